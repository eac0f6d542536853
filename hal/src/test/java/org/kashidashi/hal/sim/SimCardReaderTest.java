package org.kashidashi.hal.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.card.CardConnection;
import org.kashidashi.hal.card.CardException;
import org.kashidashi.hal.card.CardPresence;
import org.kashidashi.hal.card.CardReader;
import org.kashidashi.hal.card.CardReaderContract;
import org.kashidashi.hal.card.CardUnreadableException;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ReaderUnavailableException;

final class SimCardReaderTest extends CardReaderContract {
  private static final TestCards CARDS = new TestCards();
  private static final CommandApdu CHALLENGE = CommandApdu.expecting(0, 0x84, 0, 0, 8);

  private final List<Duration> passed = new ArrayList<>();

  @Override
  protected Bench open() {
    return new SimBench(new SimCardReader("sim", passed::add));
  }

  @Test
  void reportsConnectionLeftOpenWhenClosed() throws CardException {
    SimCardReader reader = new SimCardReader("sim", passed::add);
    reader.insert(CARDS.card());
    CardConnection left = reader.connect();
    assertThrows(IllegalStateException.class, reader::close);
    left.close();
  }

  @Test
  void refusesASecondThread() {
    SimCardReader reader = new SimCardReader("sim", passed::add);
    reader.awaitChange(Duration.ZERO);
    CompletableFuture<?> other =
        CompletableFuture.supplyAsync(() -> reader.awaitChange(Duration.ZERO));
    CompletionException refusal = assertThrows(CompletionException.class, other::join);
    assertInstanceOf(IllegalStateException.class, refusal.getCause());
  }

  @Test
  void reportsTwoCardsAsCollision() {
    SimCardReader reader = new SimCardReader("sim", passed::add);
    reader.insertTwo();
    CardUnreadableException trouble = assertThrows(CardUnreadableException.class, reader::connect);
    assertEquals(CardUnreadableException.Reason.COLLISION, trouble.reason());
  }

  @Test
  void letsTheTimeOfASlowCardPass() throws CardException {
    SimCardReader reader = new SimCardReader("sim", passed::add);
    reader.insert(CARDS.card().slowedTo(Duration.ofSeconds(2)));
    try (CardConnection connection = reader.connect()) {
      connection.transmit(CHALLENGE);
    }
    assertEquals(List.of(Duration.ofSeconds(2)), passed);
  }

  @Test
  void givesUpACardSlowerThanTheCommandLimit() throws CardException {
    SimCardReader reader = new SimCardReader("sim", passed::add);
    reader.insert(CARDS.card().slowedTo(Duration.ofSeconds(6)));
    try (CardConnection connection = reader.connect()) {
      assertThrows(ReaderUnavailableException.class, () -> connection.transmit(CHALLENGE));
    }
    assertEquals(List.of(SimCardReader.COMMAND_LIMIT), passed);
  }

  @Test
  void losesCardOrReaderInTheMiddleOfACommand() throws CardException {
    SimCardReader reader = new SimCardReader("sim", passed::add);
    reader.insert(CARDS.card());
    reader.faultAt(1, new ReaderFault.LosesCard());
    try (CardConnection connection = reader.connect()) {
      assertThrows(CardUnreadableException.class, () -> connection.transmit(CHALLENGE));
    }
    reader.remove();
    reader.insert(CARDS.card());
    reader.faultAt(1, new ReaderFault.Unplugged());
    try (CardConnection connection = reader.connect()) {
      assertThrows(ReaderUnavailableException.class, () -> connection.transmit(CHALLENGE));
    }
  }

  @Test
  void feelsSomethingMuteOnceTheCardIsCovered() {
    SimCardReader reader = new SimCardReader("sim", passed::add);
    reader.insert(CARDS.card());
    assertEquals(CardPresence.PRESENT, reader.awaitChange(Duration.ZERO));
    reader.cover();
    assertEquals(CardPresence.MUTE, reader.awaitChange(Duration.ZERO));
    assertThrows(CardUnreadableException.class, reader::connect);
  }

  @Test
  void refusesWhatNobodyCouldDoWithARealReader() {
    SimCardReader reader = new SimCardReader("sim", passed::add);
    assertThrows(IllegalStateException.class, reader::remove);
    assertThrows(IllegalStateException.class, reader::cover);
    reader.insertMute();
    assertThrows(IllegalStateException.class, () -> reader.insert(CARDS.card()));
    assertThrows(IllegalArgumentException.class, () -> reader.faultAt(0, new CardFault.Pulled()));
  }

  private record SimBench(SimCardReader sim) implements Bench {
    @Override
    public CardReader reader() {
      return sim;
    }

    @Override
    public void insert(SimCard card) {
      sim.insert(card);
    }

    @Override
    public void remove() {
      sim.remove();
    }

    @Override
    public void swap(SimCard card) {
      sim.swap(card);
    }

    @Override
    public Unreadable insertUnreadable() {
      sim.insertMute();
      return new Unreadable(CardPresence.MUTE, CardUnreadableException.Reason.MUTE);
    }

    @Override
    public void down() {
      sim.down();
    }

    @Override
    public void up() {
      sim.up();
    }

    @Override
    public void faultAt(int nthCommand, CardFault fault) {
      sim.faultAt(nthCommand, fault);
    }

    @Override
    public Duration latency() {
      return Duration.ofSeconds(1);
    }

    @Override
    public void close() {
      sim.close();
    }
  }
}
