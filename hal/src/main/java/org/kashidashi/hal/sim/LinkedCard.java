package org.kashidashi.hal.sim;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.card.StatusWord;

/**
 * A software card behind a line from elsewhere: whatever bytes come, it answers or it leaves.
 *
 * <p>Commands are answered on the thread of the link; faults, the list of commands and leaving may
 * come from any.
 */
final class LinkedCard {
  private final SimCard card;
  private final CommandLog<CardFault> log = new CommandLog<>();
  private final CountDownLatch left = new CountDownLatch(1);

  LinkedCard(SimCard card) {
    this.card = card;
  }

  SimCard card() {
    return card;
  }

  void faultAt(int nth, CardFault fault) {
    log.faultAt(nth, fault);
  }

  List<CommandApdu> received() {
    return log.commands();
  }

  /** Ends every wait: nobody asks for an answer any more. */
  void leave() {
    left.countDown();
  }

  boolean hasLeft() {
    return left.getCount() == 0;
  }

  /** The card's answer; none if it leaves instead. */
  Optional<ResponseApdu> answer(byte[] message) {
    CommandApdu command;
    try {
      command = CommandApdu.parse(message);
    } catch (IllegalArgumentException e) {
      return Optional.of(ResponseApdu.of(StatusWord.WRONG_LENGTH));
    }
    Optional<CardFault> fault = log.add(command);
    if (fault.isPresent()) {
      return suffer(fault.get());
    }
    if (card.answerTime().isPositive() && awaitLeft(card.answerTime())) {
      return Optional.empty();
    }
    return Optional.of(card.transmit(command));
  }

  private Optional<ResponseApdu> suffer(CardFault fault) {
    return switch (fault) {
      case CardFault.Answers(ResponseApdu response) -> Optional.of(response);
      case CardFault.Pulled() -> Optional.empty();
      case CardFault.Hangs() -> {
        boolean gone = awaitLeft(Duration.ofDays(1));
        assert gone;
        yield Optional.empty();
      }
    };
  }

  private boolean awaitLeft(Duration limit) {
    try {
      return left.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
