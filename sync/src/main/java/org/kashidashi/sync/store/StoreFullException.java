package org.kashidashi.sync.store;

/**
 * There is no room to write. What was written before is safe; the store works again, without being opened
 * anew, as soon as there is room.
 */
public final class StoreFullException extends StoreException {
  private static final long serialVersionUID = 1L;

  public StoreFullException(String message) {
    super(message);
  }

  StoreFullException(String message, Throwable cause) {
    super(message, cause);
  }
}
