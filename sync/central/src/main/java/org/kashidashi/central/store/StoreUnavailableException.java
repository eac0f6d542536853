package org.kashidashi.central.store;

/** The disk or the folder does not let us work: somebody must look at the machine. */
public final class StoreUnavailableException extends StoreException {
  private static final long serialVersionUID = 1L;

  StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  StoreUnavailableException(String message) {
    super(message);
  }
}
