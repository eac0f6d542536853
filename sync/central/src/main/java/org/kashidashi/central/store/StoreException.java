package org.kashidashi.central.store;

/** The database cannot do what it was asked to. Whether a change was made is unknown. */
public abstract sealed class StoreException extends Exception
    permits StoreBusyException, StoreUnavailableException, StoreDamagedException {
  private static final long serialVersionUID = 1L;

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  StoreException(String message) {
    super(message);
  }
}
