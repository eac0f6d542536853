package org.kashidashi.hal.driver.pcsc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import javax.smartcardio.Card;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;
import org.jspecify.annotations.Nullable;
import org.kashidashi.hal.card.CardConnection;
import org.kashidashi.hal.card.CardException;
import org.kashidashi.hal.card.CardPresence;
import org.kashidashi.hal.card.CardReader;
import org.kashidashi.hal.card.ReaderUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A card reader behind PC/SC, chosen by a rule among all that are plugged in.
 *
 * <p>Confined to one thread, except {@link #wake}. Every call into libpcsclite runs on a thread of
 * its own, because nothing but leaving it behind ends one that hangs.
 *
 * <p>One thing cannot be mended from here: when a card is pulled during a command, so that its reset
 * fails, and is back before a polled reader was asked again (400 ms), pcscd 1.9.9 goes on saying
 * that none is there until the card is lifted once more.
 */
public final class PcscCardReader implements CardReader {
  private static final Logger LOG = LoggerFactory.getLogger(PcscCardReader.class);

  private final PcscSettings settings;
  private final PcscLibrary library;
  private final TerminalFactory factory;
  private final HungCalls hung = new HungCalls();
  private final SlotWatch watch;
  private Optional<PcscCardConnection> connection = Optional.empty();
  private boolean closed;

  PcscCardReader(PcscSettings settings, PcscLibrary library, LongSupplier nanoTime) {
    this.settings = settings;
    this.library = library;
    this.factory = PcscProvider.factory(library);
    // A wait is bounded by its slice; whatever is longer by a whole command limit hangs.
    this.watch = new SlotWatch(library, settings.rule(), hung, settings.commandLimit(), nanoTime);
  }

  /**
   * Opens a reader. Neither the reader nor the service need be there: that is reported as {@link
   * CardPresence#READER_DOWN} and ends by itself.
   *
   * @param nanoTime a clock that only moves forward, as {@link System#nanoTime}
   * @throws ReaderUnavailableException if libpcsclite cannot be loaded
   */
  public static PcscCardReader open(PcscSettings settings, LongSupplier nanoTime)
      throws ReaderUnavailableException {
    try {
      return new PcscCardReader(settings, PcscLibrary.load(settings.library()), nanoTime);
    } catch (PcscException e) {
      throw new ReaderUnavailableException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public String name() {
    return "PC/SC reader '%s' (%s)"
        .formatted(settings.rule().shown(), settings.rule().slot());
  }

  @Override
  public CardPresence awaitChange(Duration timeout) {
    if (timeout.isNegative() || timeout.compareTo(TIMEOUT_MAX) > 0) {
      throw new IllegalArgumentException(
          "wait of %s, need 0 to %s".formatted(timeout, TIMEOUT_MAX));
    }
    requireNoConnection();
    return watch.awaitChange(timeout);
  }

  @Override
  public void wake() {
    watch.wake();
  }

  @Override
  public CardConnection connect() throws CardException {
    requireNoConnection();
    if (closed) {
      throw new ReaderUnavailableException("%s was closed".formatted(name()));
    }
    CallThread calls = new CallThread("card", hung, settings.commandLimit());
    try {
      PcscCardConnection opened = connect(calls);
      connection = Optional.of(opened);
      return opened;
    } catch (PcscException e) {
      calls.close();
      throw PcscTrouble.CONNECTING.translate(name(), e, this::serviceAnswers);
    }
  }

  @Override
  public void close() {
    closed = true;
    connection.ifPresent(PcscCardConnection::close);
    watch.close();
  }

  private PcscCardConnection connect(CallThread calls)
      throws PcscException, ReaderUnavailableException {
    AtomicReference<@Nullable Card> late = new AtomicReference<>();
    Card card = calls.call(
        () -> {
          Card connected = connect(chosen(factory.terminals().list()));
          late.set(connected);
          return connected;
        },
        () -> {
          Card connected = late.get();
          if (connected != null) {
            PcscCardConnection.disconnect(name(), connected);
          }
        });
    return new PcscCardConnection(name(), card, calls, this::serviceAnswers);
  }

  private CardTerminal chosen(List<CardTerminal> terminals) throws PcscException {
    List<String> names = terminals.stream().map(CardTerminal::getName).toList();
    return switch (settings.rule().choose(names)) {
      case ReaderRule.Choice.Chosen(String reader) -> terminals.get(names.indexOf(reader));
      case ReaderRule.Choice.None(String reason) ->
        throw new PcscException(PcscCode.UNKNOWN_READER, reason);
    };
  }

  /** T=1 first: contactless cards speak it, and some readers refuse to be left the choice. */
  private static Card connect(CardTerminal terminal) throws javax.smartcardio.CardException {
    try {
      return terminal.connect("T=1");
    } catch (PcscException e) {
      if (e.code() == PcscCode.PROTO_MISMATCH) {
        return terminal.connect("*");
      }
      throw e;
    }
  }

  /** A service that takes longer than a command may does not answer. */
  private boolean serviceAnswers() {
    try (CallThread calls = new CallThread("card-service", hung, settings.commandLimit())) {
      return calls.call(
          this::listsReaders, () -> LOG.info("the smart-card service answered after all"));
    } catch (PcscException | ReaderUnavailableException e) {
      LOG.debug("the smart-card service does not answer: {}", e.getMessage());
      return false;
    }
  }

  private boolean listsReaders() throws PcscException {
    try (PcscContext context = PcscContext.establish(library)) {
      return !context.readers().isEmpty();
    }
  }

  private void requireNoConnection() {
    if (connection.filter(each -> !each.closed()).isPresent()) {
      throw new IllegalStateException(
          "a connection to %s is open; close it first".formatted(name()));
    }
  }
}
