package org.kashidashi.sync.store;

/**
 * The disk or the system failed, or the store is closed. This store does nothing any more; the process
 * ends and opens it anew. Whether the last transaction took effect is known only then.
 */
public final class StoreFailedException extends StoreException {
  private static final long serialVersionUID = 1L;

  StoreFailedException(String message) {
    super(message);
  }

  StoreFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
