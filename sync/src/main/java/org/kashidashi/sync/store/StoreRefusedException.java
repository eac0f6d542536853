package org.kashidashi.sync.store;

/**
 * The store may not be opened as things are: another process has it, the software is too old, or it is
 * another kiosk's. Nothing is damaged; the message says what to change.
 */
public final class StoreRefusedException extends StoreException {
  private static final long serialVersionUID = 1L;

  StoreRefusedException(String message) {
    super(message);
  }

  StoreRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
