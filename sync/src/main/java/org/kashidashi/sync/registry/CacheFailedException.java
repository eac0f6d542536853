package org.kashidashi.sync.registry;

/**
 * The kiosk's memory of answers cannot be used now. Whoever asks goes on to the origin; the store
 * behind the memory reports its own trouble where loans are written.
 */
public final class CacheFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  public CacheFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
