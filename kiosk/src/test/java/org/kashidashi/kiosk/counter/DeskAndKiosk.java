package org.kashidashi.kiosk.counter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.kashidashi.central.library.LibraryRules;
import org.kashidashi.hal.sim.CardHolder;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.SimPrinter;
import org.kashidashi.hal.sim.SimScanner;
import org.kashidashi.hal.sim.SimSignal;
import org.kashidashi.hal.sim.SimTimeSource;
import org.kashidashi.kiosk.app.Devices;
import org.kashidashi.kiosk.app.Services;
import org.kashidashi.kiosk.app.Wiring;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.kiosk.app.demo.ScriptedKiosk;
import org.kashidashi.kiosk.app.demo.VirtualTime;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.kiosk.scenario.AuthorityKeys;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.sync.store.StoreException;

/**
 * A library with the real central, a desk and a self-checkout beside it, in virtual time; the card
 * is carried from the one to the other.
 */
final class DeskAndKiosk implements AutoCloseable {
  /** Longer than a self-checkout believes what it heard of a link. */
  private static final Duration CACHE_AGE = Duration.ofMinutes(11);

  /** An answer: the card is laid on the reader that desk and self-checkout share here. */
  static final String CARD = "(card)";

  /** An answer: the card is taken. */
  static final String TAKEN = "(taken)";

  private final VirtualTime time = new VirtualTime(DeskStage.NOW, DemoStation.ZONE);
  private final CardBench bench;
  private final ScriptedPatron patron = new ScriptedPatron();
  private final List<AuditRecord> audited = new ArrayList<>();
  private final DemoStation station;
  private final Wiring desk;
  private final Wiring wiring;
  private final ScriptedKiosk kiosk;
  private Optional<SimCard> pending = Optional.empty();

  /**
   * In this empty folder, at this reader.
   *
   * @param decided what the library has decided otherwise
   */
  DeskAndKiosk(Path folder, CardBench bench, UnaryOperator<LibraryRules> decided) throws Exception {
    this.bench = bench;
    AuthorityKeys.copyTo(Files.createDirectories(folder));
    station = DemoStation.openWithStaff(folder, time.clock(), AuthorityKeys.random(), decided);
    Wiring.Surroundings around = new Wiring.Surroundings(
        time.clock(), time::nanoTime, SimTimeSource.trusted(), AuthorityKeys.random());
    desk = Wiring.open(station.counterConfiguration(), around, station.authority());
    wiring = Wiring.open(station.configuration(), around, station.authority());
    kiosk = new ScriptedKiosk(
        wiring.manner(),
        new Devices(
            bench.reader(),
            SimScanner.pluggedIn("simulated scanner"),
            new SimPrinter(32),
            new SimSignal()),
        wiring.services(),
        time,
        (screen, frame) -> {});
  }

  DemoStation station() {
    return station;
  }

  ScriptedPatron patron() {
    return patron;
  }

  CardBench bench() {
    return bench;
  }

  List<AuditRecord> audited() {
    return audited;
  }

  /** Lets the desk send what waits. */
  void deskSends() {
    try {
      desk.services().engine().runOnce();
    } catch (StoreException e) {
      throw new AssertionError(e);
    }
  }

  /** Staff do one task at the desk, with these answers. */
  String serve(CounterTask task, String... answers) {
    ScriptedDialogue staff = new ScriptedDialogue()
        .say(DemoStation.STAFF, DemoStation.STAFF_PASSWORD, DeskStage.number(task));
    for (String answer : answers) {
      switch (answer) {
        case CARD -> staff.then(() -> bench.insert(pending.orElseThrow())).say("");
        case TAKEN -> staff.then(bench::remove).say("");
        default -> staff.say(answer);
      }
    }
    staff.then(bench::remove).say("", "0");
    try {
      new CounterDesk(staff, new Words(Language.JAPANESE), workplace()).run();
    } catch (StoreException broken) {
      throw new AssertionError("the store broke", broken);
    }
    staff.assertOver();
    patron.assertAllAsked(staff.transcript());
    return staff.transcript();
  }

  private Workplace workplace() {
    Services services = desk.services();
    return DeskStage.workplace(
        EnumSet.allOf(CounterTask.class),
        desk.counterRegistry(),
        services,
        bench,
        desk.certificates(),
        desk.keyWanted(),
        patron,
        audited::add,
        online -> {},
        time.clock());
  }

  /** The card of this holder is the one that is laid down when staff are ready for it. */
  void place(int holder) {
    place(CardHolder.numbered(holder));
  }

  void place(CardHolder holder) {
    pending = Optional.of(station.card(CardVariant.NORMAL, holder));
  }

  /** What the self-checkout shows to whoever reads this card, once it has heard the news. */
  Screen atKiosk(int holder) {
    bench.remove();
    kiosk.settle();
    kiosk.pass(CACHE_AGE);
    kiosk.press(Action.START);
    bench.insert(station.card(CardVariant.NORMAL, holder));
    kiosk.settle();
    kiosk.press(Action.READ_CARD);
    kiosk.settle();
    Screen screen = kiosk.screen();
    bench.remove();
    kiosk.settle();
    kiosk.pass(Duration.ofMinutes(3));
    return screen;
  }

  @Override
  public void close() throws StoreException, org.kashidashi.central.store.StoreException {
    bench.close();
    wiring.close();
    desk.close();
    station.close();
  }
}
