package org.kashidashi.central.store;

/** The database or its key is damaged, or not ours: refuse to start, and keep the files. */
public final class StoreDamagedException extends StoreException {
  private static final long serialVersionUID = 1L;

  StoreDamagedException(String message, Throwable cause) {
    super(message, cause);
  }

  StoreDamagedException(String message) {
    super(message);
  }
}
