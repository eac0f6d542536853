package org.kashidashi.hal.card.jpki.pin;

import org.kashidashi.hal.card.CardException;
import org.kashidashi.hal.card.CardRemovedException;
import org.kashidashi.hal.card.CardUnreadableException;
import org.kashidashi.hal.card.ReaderUnavailableException;

/** Why nothing more can be asked of a card; instead of any other answer. */
public sealed interface CardTrouble extends PinStanding, PinAnswer, SigningAnswer, KeyAnswer {
  /** The card left the reader; what was under way may have happened or not. */
  record Moved() implements CardTrouble {}

  /** Something lies there that stopped answering. */
  record Mute() implements CardTrouble {}

  /** More than one card answers. */
  record Collision() implements CardTrouble {}

  record ReaderDown(String reason) implements CardTrouble {}

  /** The card answers what no such card should; the reason is for the log. */
  record Unexpected(String reason) implements CardTrouble {}

  /** The one place where trouble at the reader becomes a value. */
  static CardTrouble of(CardException trouble) {
    return switch (trouble) {
      case CardRemovedException _ -> new Moved();
      case CardUnreadableException unreadable ->
        switch (unreadable.reason()) {
          case MUTE -> new Mute();
          case COLLISION -> new Collision();
        };
      case ReaderUnavailableException unavailable ->
        new ReaderDown(String.valueOf(unavailable.getMessage()));
    };
  }
}
