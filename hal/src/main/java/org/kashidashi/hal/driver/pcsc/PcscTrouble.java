package org.kashidashi.hal.driver.pcsc;

import org.kashidashi.hal.card.CardException;
import org.kashidashi.hal.card.CardRemovedException;
import org.kashidashi.hal.card.CardUnreadableException;
import org.kashidashi.hal.card.CardUnreadableException.Reason;
import org.kashidashi.hal.card.ReaderUnavailableException;

/** Translates what PC/SC reports into what the caller does next: the only place that does. */
enum PcscTrouble {
  /** While connecting: a card that was felt but cannot be spoken to is not one card. */
  CONNECTING {
    @Override
    CardException brokenOff(String message, PcscException cause) {
      return new CardUnreadableException(Reason.COLLISION, message, cause);
    }
  },
  /** During a command: what spoke a moment ago and breaks off was moved. */
  TRANSMITTING {
    @Override
    CardException brokenOff(String message, PcscException cause) {
      return new CardRemovedException(message, cause);
    }
  };

  /** Asks whether the smart-card service still answers. */
  interface ServiceProbe {
    boolean answers();
  }

  abstract CardException brokenOff(String message, PcscException cause);

  CardException translate(String reader, PcscException cause, ServiceProbe service) {
    String message = "reader '%s': %s".formatted(reader, cause.getMessage());
    return switch (cause.code()) {
      case NO_SMARTCARD, REMOVED_CARD -> new CardRemovedException(message, cause);
      case UNRESPONSIVE_CARD, UNPOWERED_CARD ->
        new CardUnreadableException(Reason.MUTE, message, cause);
      case NOT_TRANSACTED, RESET_CARD -> brokenOff(message, cause);
      case PROTO_MISMATCH, CARD_UNSUPPORTED, UNSUPPORTED_CARD, INVALID_ATR ->
        new CardUnreadableException(Reason.COLLISION, message, cause);
      // The library says this of a card as well as of a service that died.
      case COMM_ERROR ->
        service.answers()
            ? brokenOff(message, cause)
            : new ReaderUnavailableException(
                ReaderUnavailableException.Reason.SERVICE_DOWN, message, cause);
      case NO_SERVICE, SERVICE_STOPPED ->
        new ReaderUnavailableException(
            ReaderUnavailableException.Reason.SERVICE_DOWN, message, cause);
      case TIMEOUT ->
        new ReaderUnavailableException(ReaderUnavailableException.Reason.HANGS, message, cause);
      case CANCELLED,
          INVALID_HANDLE,
          UNKNOWN_READER,
          SHARING_VIOLATION,
          READER_UNAVAILABLE,
          NO_READERS_AVAILABLE,
          OTHER -> new ReaderUnavailableException(message, cause);
    };
  }
}
