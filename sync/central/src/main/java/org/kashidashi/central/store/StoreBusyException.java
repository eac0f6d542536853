package org.kashidashi.central.store;

/** Somebody else has the database, or too many wait for it: ask again soon. */
public final class StoreBusyException extends StoreException {
  private static final long serialVersionUID = 1L;

  StoreBusyException(String message, Throwable cause) {
    super(message, cause);
  }

  StoreBusyException(String message) {
    super(message);
  }
}
