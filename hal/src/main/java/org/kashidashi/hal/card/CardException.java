package org.kashidashi.hal.card;

/** A failure at the card reader; the subtypes are grouped by what the caller does next. */
@SuppressWarnings("serial")
public abstract sealed class CardException extends Exception
    permits CardRemovedException, CardUnreadableException, ReaderUnavailableException {
  CardException(String message) {
    super(message);
  }

  CardException(String message, Throwable cause) {
    super(message, cause);
  }
}
