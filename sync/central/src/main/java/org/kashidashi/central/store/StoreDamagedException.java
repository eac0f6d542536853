package org.kashidashi.central.store;

/** The database, its key or the authority of its kiosks is damaged, or not ours: refuse to start, and keep the files. */
public final class StoreDamagedException extends StoreException {
  private static final long serialVersionUID = 1L;

  public StoreDamagedException(String message, Throwable cause) {
    super(message, cause);
  }

  public StoreDamagedException(String message) {
    super(message);
  }
}
