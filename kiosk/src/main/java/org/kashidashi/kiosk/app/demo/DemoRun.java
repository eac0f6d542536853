package org.kashidashi.kiosk.app.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.kashidashi.central.http.ListenException;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.SimPrinter;
import org.kashidashi.hal.sim.SimScanner;
import org.kashidashi.hal.sim.SimSignal;
import org.kashidashi.hal.sim.SimSpeech;
import org.kashidashi.hal.sim.SimTimeSource;
import org.kashidashi.hal.time.TimeSource;
import org.kashidashi.kiosk.app.Devices;
import org.kashidashi.kiosk.app.Services;
import org.kashidashi.kiosk.app.Wiring;
import org.kashidashi.kiosk.config.ConfigurationException;
import org.kashidashi.kiosk.identity.TrustStoreException;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.view.Frame;
import org.kashidashi.kiosk.session.Action;
import org.kashidashi.sync.store.OutboxCounts;
import org.kashidashi.sync.store.StoreException;

/** One run of a script against a whole kiosk: what it can do, and what it can demand. */
public final class DemoRun implements AutoCloseable {
  /** A screen that only counts on is not printed again. */
  private static final Pattern COUNTDOWN = Pattern.compile("\\d+秒|\\d\\d:\\d\\d");

  private final VirtualTime time = new VirtualTime(DemoStation.TODAY, DemoStation.ZONE);
  private final List<String> history = new ArrayList<>();
  private final PrintWriter out;
  private final DemoStation station;
  private final Wiring wiring;
  private final SimCardReader reader;
  private final SimScanner scanner;
  private final SimPrinter printer;
  private final SimSignal signal = new SimSignal();
  private final SimSpeech speech = new SimSpeech();
  private final ScriptedKiosk kiosk;
  private int receipts;
  private String printed = "";

  /**
   * Sets everything up in an empty folder.
   *
   * @param out where each screen is printed
   */
  public DemoRun(Path folder, SecureRandom random, PrintWriter out)
      throws IOException, ConfigurationException, StoreException, TrustStoreException,
          ListenException, org.kashidashi.central.store.StoreException {
    this(folder, random, out, SimTimeSource.trusted());
  }

  /**
   * Sets everything up in an empty folder, or finds it again as it was left.
   *
   * @param out where each screen is printed
   * @param timeSource says how far the wall clock can be trusted
   */
  public DemoRun(Path folder, SecureRandom random, PrintWriter out, TimeSource timeSource)
      throws IOException, ConfigurationException, StoreException, TrustStoreException,
          ListenException, org.kashidashi.central.store.StoreException {
    this.out = out;
    this.station = DemoStation.open(folder, time.clock(), random);
    this.wiring = Wiring.open(
        station.configuration(),
        new Wiring.Surroundings(time.clock(), time::nanoTime, timeSource, random),
        station.authority());
    this.reader = new SimCardReader("simulated reader", time::pass);
    this.scanner = SimScanner.pluggedIn("simulated scanner");
    this.printer = new SimPrinter(station.configuration().printer().columns());
    this.kiosk = new ScriptedKiosk(
        wiring.manner(),
        new Devices(reader, scanner, printer, signal, speech),
        wiring.services(),
        time,
        this::shown);
  }

  public ScriptedKiosk kiosk() {
    return kiosk;
  }

  public SimCardReader reader() {
    return reader;
  }

  public SimPrinter printer() {
    return printer;
  }

  public SimScanner scanner() {
    return scanner;
  }

  public SimSignal signal() {
    return signal;
  }

  public SimSpeech speech() {
    return speech;
  }

  public DemoStation station() {
    return station;
  }

  /** What the kiosk knows and does behind its devices. */
  public Services services() {
    return wiring.services();
  }

  public void press(Action action) {
    kiosk.press(action);
    printReceipts();
  }

  public void placeCard(CardVariant variant, int holder) {
    reader.insert(station.card(variant, holder));
    kiosk.settle();
  }

  public void liftCard() {
    reader.remove();
    kiosk.settle();
  }

  public void scan(String text) {
    scanner.scan(text);
    kiosk.settle();
  }

  public void pass(Duration duration) {
    kiosk.pass(duration);
  }

  public void sync() {
    kiosk.sync();
  }

  public void centralDown() throws org.kashidashi.central.store.StoreException {
    station.centralDown();
    say("central is down");
    sync();
  }

  public void centralUp() throws org.kashidashi.central.store.StoreException, ListenException {
    station.centralUp();
    say("central is up again");
  }

  /** Demands that this kind of screen stands there now. */
  public void expect(Class<? extends Screen> kind) {
    demand(
        kind.isInstance(kiosk.screen()),
        "the screen is %s, not %s"
            .formatted(kiosk.screen().getClass().getSimpleName(), kind.getSimpleName()));
  }

  public void expectRefusal(String code) {
    demand(
        kiosk.screen() instanceof Screen.Refused refused
            && refused.refusal().shownCode().equals(code),
        "the screen is not the refusal %s but %s".formatted(code, kiosk.screen()));
    expectShown(code);
  }

  /** Demands that the screen now has a line with this code. */
  public void expectLine(String code) {
    demand(
        kiosk.screen() instanceof Screen.Lending
            && kiosk.rows().stream().anyMatch(row -> row.contains(code)),
        "no line with %s".formatted(code));
  }

  /** Demands that this text was shown on any screen so far. */
  public void expectShown(String text) {
    demand(
        history.stream().anyMatch(screen -> screen.contains(text)),
        "'%s' was never shown".formatted(text));
  }

  /** Says how many of all loans central has confirmed, and demands that it is so many. */
  public void expectConfirmed(int loans) {
    try {
      OutboxCounts counts = wiring.services().store().outboxCounts();
      int all = counts.confirmed() + counts.pending() + counts.quarantined() + counts.parked();
      say("central confirmed %d of %d loans".formatted(counts.confirmed(), all));
      demand(
          counts.confirmed() == loans,
          "central confirmed %d loans, not %d".formatted(counts.confirmed(), loans));
    } catch (StoreException failed) {
      throw new IllegalStateException("the outbox cannot be counted", failed);
    }
  }

  @Override
  public void close() throws StoreException, org.kashidashi.central.store.StoreException {
    if (reader.awaitChange(Duration.ZERO) != org.kashidashi.hal.card.CardPresence.ABSENT) {
      reader.remove();
    }
    reader.close();
    scanner.close();
    wiring.close();
    station.close();
  }

  private void shown(Screen screen, Frame frame) {
    String text = String.join("\n", Cells.rows(frame.image()));
    history.add(text);
    String withoutCountdown = COUNTDOWN.matcher(text).replaceAll("");
    if (!withoutCountdown.equals(printed)) {
      printed = withoutCountdown;
      say(text + "\n");
    }
  }

  private void printReceipts() {
    for (; receipts < printer.printed().size(); receipts++) {
      say("  ----- receipt -----");
      printer.printed().get(receipts).lines().forEach(line -> say("  " + line));
      say("  -------------------\n");
    }
  }

  private void say(String text) {
    out.println(text);
    out.flush();
  }

  private static void demand(boolean holds, String otherwise) {
    if (!holds) {
      throw new DemoFailedException(otherwise);
    }
  }
}
