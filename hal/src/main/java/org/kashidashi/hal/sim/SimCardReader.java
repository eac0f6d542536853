package org.kashidashi.hal.sim;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kashidashi.hal.card.CardConnection;
import org.kashidashi.hal.card.CardException;
import org.kashidashi.hal.card.CardPresence;
import org.kashidashi.hal.card.CardReader;
import org.kashidashi.hal.card.CardUnreadableException.Reason;
import org.kashidashi.hal.card.CommandApdu;

/**
 * A card reader made of software, strict about the contract of {@link CardReader}: it refuses a
 * second thread and a second connection, and reports a connection left open when it is closed.
 *
 * <p>Any thread may script it, with {@link #insert}, {@link #remove} and the rest.
 */
public final class SimCardReader implements CardReader {
  /** As long as the real driver waits for one command, unless told otherwise. */
  static final Duration COMMAND_LIMIT = Duration.ofSeconds(4);

  private final String name;
  private final Consumer<Duration> passing;
  private final SimSlot slot;
  private final CommandLog<DeviceFault> log = new CommandLog<>();
  private final AtomicReference<@Nullable Thread> owner = new AtomicReference<>();
  private Optional<SimCardConnection> connection = Optional.empty();

  /**
   * @param passing lets time pass while a card takes its time: moves a virtual clock, or waits
   */
  public SimCardReader(String name, Consumer<Duration> passing) {
    this.name = name;
    this.passing = passing;
    this.slot = new SimSlot(name);
  }

  /** A reader on which slow cards really take their time. */
  public static SimCardReader inRealTime(String name) {
    return new SimCardReader(name, SimCardReader::letPass);
  }

  /** Puts a card on the empty reader. */
  public void insert(SimCard card) {
    slot.place(new SimSlot.Content.Card(card));
  }

  /** Something lies there that does not answer. */
  public void insertMute() {
    slot.place(new SimSlot.Content.Unreadable(Reason.MUTE));
  }

  /** Two cards lie there at once. */
  public void insertTwo() {
    slot.place(new SimSlot.Content.Unreadable(Reason.COLLISION));
  }

  /** Takes away whatever lies there. */
  public void remove() {
    slot.remove();
  }

  /** Takes one card away and puts another there before anybody looks. */
  public void swap(SimCard card) {
    slot.swap(card);
  }

  /** Puts something on top of what lies there, which stays; neither answers any more. */
  public void cover() {
    slot.cover();
  }

  /** Pulls the reader's cable; what lies on it stays there, without power. */
  public void down() {
    slot.down();
  }

  /** Plugs the reader in again. */
  public void up() {
    slot.up();
  }

  /**
   * Lets something go wrong with a later command.
   *
   * @param nth 1 for the next command, counted over all connections
   */
  public void faultAt(int nth, DeviceFault fault) {
    log.faultAt(nth, fault);
  }

  /** The commands that left for a card, oldest first, at most the last 4,096. */
  public List<CommandApdu> sent() {
    return log.commands();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public CardPresence awaitChange(Duration timeout) {
    if (timeout.isNegative() || timeout.compareTo(TIMEOUT_MAX) > 0) {
      throw new IllegalArgumentException(
          "wait of %s, need 0 to %s".formatted(timeout, TIMEOUT_MAX));
    }
    confine();
    requireNoConnection();
    return slot.awaitChange(timeout);
  }

  @Override
  public void wake() {
    slot.wake();
  }

  @Override
  public CardConnection connect() throws CardException {
    confine();
    requireNoConnection();
    SimCardConnection opened =
        new SimCardConnection(slot, slot.occupant(), log, passing, this::confine);
    connection = Optional.of(opened);
    return opened;
  }

  /**
   * Closes the reader.
   *
   * @throws IllegalStateException if a connection was left open
   */
  @Override
  public void close() {
    slot.close();
    requireNoConnection();
  }

  /** The first thread that asks owns the reader (contract of the port). */
  private void confine() {
    Thread current = Thread.currentThread();
    Thread first = owner.updateAndGet(known -> known == null ? current : known);
    if (!current.equals(first)) {
      throw new IllegalStateException(
          "reader '%s' belongs to %s, yet %s asks".formatted(name, first, current));
    }
  }

  private void requireNoConnection() {
    if (connection.filter(each -> !each.closed()).isPresent()) {
      throw new IllegalStateException(
          "a connection to reader '%s' is open; close it first".formatted(name));
    }
  }

  private static void letPass(Duration time) {
    try {
      // Nobody counts this down: it waits, unless interrupted.
      boolean counted = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
      assert !counted;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
