package org.kashidashi.hal.sim;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import org.kashidashi.hal.card.CardConnection;
import org.kashidashi.hal.card.CardException;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ReaderUnavailableException;
import org.kashidashi.hal.card.ResponseApdu;

/** A connection to the card that lies on a simulated reader. Confined to the reader's thread. */
final class SimCardConnection implements CardConnection {
  private final SimSlot slot;
  private final SimSlot.Placed placed;
  private final CommandLog<DeviceFault> log;
  private final Consumer<Duration> passing;
  private final Runnable confine;
  private boolean over;
  private boolean closed;

  SimCardConnection(
      SimSlot slot,
      SimSlot.Placed placed,
      CommandLog<DeviceFault> log,
      Consumer<Duration> passing,
      Runnable confine) {
    this.slot = slot;
    this.placed = placed;
    this.log = log;
    this.passing = passing;
    this.confine = confine;
  }

  @Override
  public ResponseApdu transmit(CommandApdu command) throws CardException {
    confine.run();
    if (over) {
      throw new IllegalStateException("this connection is over; close it and connect again");
    }
    over = true;
    slot.requireStill(placed);
    Optional<DeviceFault> fault = log.add(command);
    ResponseApdu response = fault.isPresent() ? suffer(fault.get()) : execute(command);
    slot.requireStill(placed);
    over = false;
    return response;
  }

  private ResponseApdu execute(CommandApdu command) throws CardException {
    Duration answerTime = placed.card().answerTime();
    if (answerTime.compareTo(SimCardReader.COMMAND_LIMIT) > 0) {
      return suffer(new CardFault.Hangs());
    }
    if (answerTime.isPositive()) {
      passing.accept(answerTime);
    }
    return placed.card().transmit(command);
  }

  private ResponseApdu suffer(DeviceFault fault) throws CardException {
    switch (fault) {
      case CardFault.Answers(ResponseApdu response) -> {
        return response;
      }
      case CardFault.Hangs() -> {
        passing.accept(SimCardReader.COMMAND_LIMIT);
        throw new ReaderUnavailableException(
            "no answer within %s".formatted(SimCardReader.COMMAND_LIMIT));
      }
      case CardFault.Pulled() -> slot.remove();
      case ReaderFault.Unplugged() -> slot.down();
      case ReaderFault.LosesCard() -> slot.lose();
    }
    slot.requireStill(placed);
    throw new IllegalStateException("fault %s left the card in place".formatted(fault));
  }

  @Override
  public String atr() {
    return HexFormat.of().withUpperCase().formatHex(placed.card().atr());
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      over = true;
      placed.card().reset();
    }
  }

  boolean closed() {
    return closed;
  }
}
