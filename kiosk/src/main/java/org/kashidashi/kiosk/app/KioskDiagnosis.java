package org.kashidashi.kiosk.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.config.MetricsSettings;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.facts.Board;
import org.kashidashi.kiosk.diagnosis.facts.Interfaces;
import org.kashidashi.kiosk.diagnosis.facts.Machine;
import org.kashidashi.kiosk.diagnosis.facts.ModeFile;
import org.kashidashi.kiosk.diagnosis.live.HealthBook;
import org.kashidashi.kiosk.diagnosis.live.Knowledge;
import org.kashidashi.kiosk.diagnosis.live.LiveDiagnosis;
import org.kashidashi.kiosk.diagnosis.live.Modes;
import org.kashidashi.kiosk.diagnosis.live.Sightings;
import org.kashidashi.kiosk.diagnosis.live.Surroundings;
import org.kashidashi.kiosk.diagnosis.live.Tally;
import org.kashidashi.kiosk.diagnosis.push.MetricReport;
import org.kashidashi.kiosk.diagnosis.push.MetricText;
import org.kashidashi.kiosk.diagnosis.wire.DiagnosisServer;
import org.kashidashi.kiosk.loop.Workers;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Occurrence;
import org.kashidashi.kiosk.session.SessionEvent;
import org.kashidashi.sync.ils.central.CentralExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after a running kiosk, and lets technicians ask it. */
final class KioskDiagnosis implements Assembly.Watch, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KioskDiagnosis.class);

  /** Often enough for whoever stands there, and nothing that a small board feels. */
  private static final Duration ROUND = Duration.ofSeconds(10);

  /** A round counts the outbox, which waits for the store. */
  private static final Duration ROUND_LIMIT = Duration.ofMinutes(2);

  private final Setup setup;
  private final Surroundings around;
  private final Sightings sightings;
  private final Tally tally;
  private final AtomicReference<String> says = new AtomicReference<>("");
  private volatile boolean patronThere;
  private Optional<DiagnosisServer> server = Optional.empty();
  private Optional<MetricReport> report = Optional.empty();
  private Optional<ThreadedGlass> glass = Optional.empty();
  private volatile Optional<LiveDiagnosis> live = Optional.empty();

  /**
   * What a kiosk is, beside its devices.
   *
   * @param socket where technicians ask it
   */
  record Setup(
      Configuration configuration, CentralExchange exchange, Services services, Path socket) {}

  KioskDiagnosis(Setup setup, Clock clock) {
    this.setup = setup;
    Configuration configuration = setup.configuration();
    Services services = setup.services();
    Machine machine = new Machine(
        clock,
        services.clockState(),
        configuration.kiosk().stateDirectory(),
        central(configuration, setup.exchange()),
        Interfaces.ofKernel(),
        Board.ofKernel(),
        () -> ConfigurationHealth.of(configuration),
        KioskProgram.version());
    this.around = new Surroundings(machine, System::nanoTime, services.store());
    this.sightings = new Sightings(clock, Parts.absent(configuration));
    this.tally = new Tally(clock);
  }

  static Machine.Central central(Configuration configuration, CentralExchange exchange) {
    return new Machine.Central(
        configuration.central().url(),
        configuration.central().encrypted(),
        () -> exchange.probe(System::nanoTime),
        exchange::identityEnd);
  }

  @Override
  public void saw(SessionEvent event) {
    sightings.saw(event);
  }

  @Override
  public void happened(Occurrence occurrence) {
    tally.add(occurrence);
    sightings.happened(occurrence);
  }

  /** The panel shows something else; on the session thread. */
  void shown(Screen screen, String status) {
    says.set(status);
    patronThere = !(screen instanceof Screen.Idle || screen instanceof Screen.OutOfService);
  }

  /** All that can be pressed is gone, or something is there again. */
  void panel(SessionEvent event) {
    if (event instanceof SessionEvent.ServiceLost) {
      sightings.put(Condition.bad(Part.TOUCH, Cause.TOUCH_MISSING));
    } else if (event instanceof SessionEvent.ServiceRestored) {
      sightings.put(Condition.good(Part.TOUCH));
    }
  }

  /** Whether a check takes the press; on the panel's thread. */
  boolean takes(PanelEvent press) {
    return glass.filter(wanting -> wanting.takes(press)).isPresent();
  }

  /** From now on the kiosk can be asked. Called before its threads begin. */
  void begin(
      Assembly kiosk,
      Devices devices,
      Panel panel,
      DisplayPainter painter,
      DeviceErrands errands,
      Workers workers,
      Threads threads,
      Vitals vitals) {
    Modes modes = new Modes(new ModeFile(around.machine().state()), kiosk.loop()::offer);
    modes.begin();
    sightings.put(Condition.good(Part.DISPLAY));
    HealthBook book =
        new HealthBook(modes, sightings, around, vitals::allAlive, kiosk.loop()::offer, tally);
    KioskChecks checks =
        new KioskChecks(setup.configuration(), setup.services(), around, kiosk, devices, errands);
    ThreadedGlass shared = checks.glass(panel, painter::again);
    glass = Optional.of(shared);
    LiveDiagnosis diagnosis = new LiveDiagnosis(
        book,
        new Knowledge(around, sightings, tally, checks.names(), says::get),
        sightings,
        modes,
        around,
        checks.all(shared, workers),
        () -> patronThere);
    live = Optional.of(diagnosis);
    goRound(book, threads);
    report(diagnosis, threads);
    listen(diagnosis);
  }

  /** Empty until the kiosk has begun. Any thread. */
  Optional<LiveDiagnosis> diagnosis() {
    return live;
  }

  private void goRound(HealthBook book, Threads threads) {
    CountDownLatch never = new CountDownLatch(1);
    threads.loop("health", ROUND_LIMIT, () -> {
      book.round();
      // Nobody counts it down: time alone ends the waiting.
      var _ = never.await(ROUND.toMillis(), TimeUnit.MILLISECONDS);
      return null;
    });
  }

  private void report(LiveDiagnosis diagnosis, Threads threads) {
    MetricsSettings metrics = setup.configuration().metrics();
    if (!metrics.wanted()) {
      return;
    }
    MetricText text =
        new MetricText(diagnosis, setup.configuration().kiosk().id(), KioskProgram.version());
    MetricReport telling = new MetricReport(text, metrics.file(), metrics.pushUrl());
    report = Optional.of(telling);
    CountDownLatch never = new CountDownLatch(1);
    threads.loop("metrics", ROUND_LIMIT.plus(metrics.every()), () -> {
      // Nobody counts it down: time alone ends the waiting, in which the first round is made.
      var _ = never.await(metrics.every().toMillis(), TimeUnit.MILLISECONDS);
      telling.tell();
      return null;
    });
  }

  /** Without a console the kiosk lends all the same. */
  private void listen(LiveDiagnosis diagnosis) {
    try {
      server = Optional.of(DiagnosisServer.open(setup.socket(), diagnosis, System::nanoTime));
    } catch (IOException failure) {
      LOG.warn("technicians cannot ask this kiosk at {}", setup.socket(), failure);
    }
  }

  @Override
  public void close() {
    server.ifPresent(DiagnosisServer::close);
    report.ifPresent(MetricReport::close);
  }
}
