package org.kashidashi.kiosk.counter;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.SimTimeSource;
import org.kashidashi.kiosk.app.Services;
import org.kashidashi.kiosk.app.Wiring;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.identity.AcceptedPolicies;
import org.kashidashi.kiosk.identity.AuthorityScope;
import org.kashidashi.kiosk.identity.CertificateCheck;
import org.kashidashi.kiosk.identity.TrustStore;
import org.kashidashi.kiosk.scenario.AuthorityKeys;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.store.StoreException;

/** A desk with virtual cards, a real store and a real central for loans, and scripts for people. */
final class DeskStage implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-20T05:05:00Z");
  static final String LIBRARY_CARD = "9999900120";

  /** Linked to nobody; its person is known to the authority. */
  static final int HOLDER = 20;

  /** All tasks, in the order of the menu. */
  private static final List<CounterTask> MENU = List.of(
      CounterTask.LEND,
      CounterTask.TAKE_BACK,
      CounterTask.PATRON,
      CounterTask.LINK,
      CounterTask.UNLINK,
      CounterTask.MIGRATE,
      CounterTask.REGISTER,
      CounterTask.RENEW,
      CounterTask.CASES,
      CounterTask.SHOW_PERSON,
      CounterTask.ERASE_PERSON);

  private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Asia/Tokyo"));

  private final ScriptedDialogue staff = new ScriptedDialogue();
  private final ScriptedPatron patron = new ScriptedPatron();
  private final SimulatedCounterRegistry registry =
      new SimulatedCounterRegistry(CLOCK).patron(LIBRARY_CARD, LocalDate.parse("2027-03-31"));
  private final List<AuditRecord.AtCounter> audited = new ArrayList<>();
  private final List<Boolean> nudges = new ArrayList<>();
  private final CardBench bench;
  private final DemoStation station;
  private final Wiring wiring;
  private final CertificateCheck certificates;
  private Set<CounterTask> offered = EnumSet.allOf(CounterTask.class);
  private Language language = Language.JAPANESE;
  private boolean keyWanted;

  private DeskStage(Path folder, CardBench bench) throws Exception {
    this.bench = bench;
    AuthorityKeys.copyTo(folder);
    station = DemoStation.open(folder, CLOCK, AuthorityKeys.random());
    Configuration configuration = station.configuration();
    wiring = Wiring.open(
        configuration,
        new Wiring.Surroundings(
            CLOCK, System::nanoTime, SimTimeSource.trusted(), AuthorityKeys.random()),
        station.authority());
    certificates = new CertificateCheck(
        new TrustStore(folder.resolve("trust"), AuthorityScope.TEST),
        AcceptedPolicies.production().and(configuration.trust().testPolicies()),
        CLOCK);
  }

  /** At this reader, which is closed with the stage. */
  static DeskStage open(Path folder, CardBench bench) throws Exception {
    return new DeskStage(folder, bench);
  }

  ScriptedDialogue staff() {
    return staff;
  }

  ScriptedPatron patron() {
    return patron;
  }

  SimulatedCounterRegistry registry() {
    return registry;
  }

  DemoStation station() {
    return station;
  }

  Services services() {
    return wiring.services();
  }

  List<AuditRecord.AtCounter> audited() {
    return audited;
  }

  List<Boolean> nudges() {
    return nudges;
  }

  DeskStage offers(CounterTask... tasks) {
    offered = Set.of(tasks);
    return this;
  }

  /** The library lends to nobody whose card's key is not recorded. */
  DeskStage wantsCardKeys() {
    keyWanted = true;
    return this;
  }

  DeskStage speaks(Language chosen) {
    language = chosen;
    return this;
  }

  /** Signs in and chooses a task, by its place in the menu of all tasks. */
  ScriptedDialogue chooses(CounterTask task) {
    return staff.say("madoguchi", SimulatedCounterRegistry.PASSWORD, number(task));
  }

  static String number(CounterTask task) {
    return Integer.toString(MENU.indexOf(task) + 1);
  }

  void placeCard(CardVariant variant, int holder) {
    placeCard(station.card(variant, holder));
  }

  void placeCard(SimCard card) {
    bench.insert(card);
  }

  void removeCard() {
    bench.remove();
  }

  /** Until the script is over, which closes the terminal. */
  String run() {
    Words words = new Words(language);
    try {
      new CounterDesk(staff, words, workplace()).run();
    } catch (StoreException broken) {
      throw new AssertionError("the store broke", broken);
    }
    staff.assertOver();
    return staff.transcript();
  }

  private Workplace workplace() {
    return workplace(
        offered,
        registry,
        wiring.services(),
        bench,
        certificates,
        keyWanted,
        patron,
        record -> {
          if (record instanceof AuditRecord.AtCounter at) {
            audited.add(at);
          }
        },
        nudges::add,
        CLOCK);
  }

  /**
   * Where staff work.
   *
   * @param nudged told whenever something was put into the outbox
   */
  static Workplace workplace(
      Set<CounterTask> offered,
      CounterRegistry registry,
      Services services,
      CardBench bench,
      CertificateCheck certificates,
      boolean keyWanted,
      PatronFacing patron,
      Consumer<AuditRecord> audit,
      Consumer<Boolean> nudged,
      Clock clock) {
    return new Workplace(
        offered,
        Long.toString(services.store().epoch()),
        registry,
        services.lending(),
        new Outbox() {
          @Override
          public int waiting() throws StoreException {
            return services.store().outboxCounts().pending();
          }

          @Override
          public void nudge(boolean online) {
            nudged.accept(online);
          }
        },
        bench.reader(),
        services.jpki(),
        services.identification(),
        certificates,
        services.barcodes(),
        true,
        "0120-95-0178",
        keyWanted,
        patron,
        Duration.ZERO,
        audit,
        clock,
        AuthorityKeys.random(),
        System::nanoTime);
  }

  @Override
  public void close() throws StoreException, org.kashidashi.central.store.StoreException {
    bench.close();
    wiring.close();
    station.close();
  }
}
