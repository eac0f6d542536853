package org.kashidashi.hal.driver.audio;

/** Nothing was heard; the message says what to do. */
@SuppressWarnings("serial")
final class SoundUnavailableException extends Exception {
  SoundUnavailableException(String message) {
    super(message);
  }

  SoundUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
