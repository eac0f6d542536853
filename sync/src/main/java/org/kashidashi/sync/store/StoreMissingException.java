package org.kashidashi.sync.store;

/** There is no store: look for the file system it should be on, or let a kiosk make it. */
public final class StoreMissingException extends StoreException {
  private static final long serialVersionUID = 1L;

  StoreMissingException(String message) {
    super(message);
  }
}
