package org.kashidashi.sync.store;

/** The store cannot do what was asked. The subtypes differ in what the caller does next. */
public abstract sealed class StoreException extends Exception
    permits StoreDamagedException,
        StoreFailedException,
        StoreFullException,
        StoreMissingException,
        StoreRefusedException {
  private static final long serialVersionUID = 1L;

  StoreException(String message) {
    super(message);
  }

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
