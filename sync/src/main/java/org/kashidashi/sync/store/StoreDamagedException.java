package org.kashidashi.sync.store;

/**
 * The file is not what the store wrote. It is kept as it is; a technician decides.
 */
public final class StoreDamagedException extends StoreException {
  private static final long serialVersionUID = 1L;

  StoreDamagedException(String message) {
    super(message);
  }

  StoreDamagedException(String message, Throwable cause) {
    super(message, cause);
  }
}
