package org.kashidashi.kiosk.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.config.MetricsSettings;
import org.kashidashi.kiosk.console.talk.CauseWords;
import org.kashidashi.kiosk.console.talk.Tongue;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.facts.Machine;
import org.kashidashi.kiosk.diagnosis.facts.ModeFile;
import org.kashidashi.kiosk.diagnosis.live.AuditHistory;
import org.kashidashi.kiosk.diagnosis.live.HealthBook;
import org.kashidashi.kiosk.diagnosis.live.Knowledge;
import org.kashidashi.kiosk.diagnosis.live.LiveDiagnosis;
import org.kashidashi.kiosk.diagnosis.live.Modes;
import org.kashidashi.kiosk.diagnosis.live.Surroundings;
import org.kashidashi.kiosk.diagnosis.push.MetricReport;
import org.kashidashi.kiosk.diagnosis.push.MetricText;
import org.kashidashi.kiosk.diagnosis.wire.DiagnosisServer;
import org.kashidashi.kiosk.loop.Workers;
import org.kashidashi.kiosk.session.StaffWords;
import org.kashidashi.sync.ils.central.CentralExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets technicians ask a running kiosk, and tells its monitoring. */
final class KioskDiagnosis implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KioskDiagnosis.class);

  /** Often enough for whoever stands there, and nothing that a small board feels. */
  private static final Duration ROUND = Duration.ofSeconds(10);

  /** A round counts the outbox, which waits for the store. */
  private static final Duration ROUND_LIMIT = Duration.ofMinutes(2);

  private final LiveDiagnosis diagnosis;
  private final ThreadedGlass glass;
  private final Optional<DiagnosisServer> server;
  private final Optional<MetricReport> report;

  /**
   * What a kiosk is, before it runs.
   *
   * @param socket where technicians ask it
   */
  record Setup(
      Configuration configuration,
      CentralExchange exchange,
      Services services,
      Clock clock,
      Path socket) {
    private Machine machine() {
      return MachineDiagnosis.machine(configuration, exchange, clock, services.clockState());
    }
  }

  /** What a kiosk runs on, before its threads begin. */
  record Running(
      Assembly kiosk,
      Devices devices,
      Panel panel,
      DisplayPainter painter,
      DeviceErrands errands,
      Workers workers,
      Threads threads,
      Vitals vitals) {}

  private KioskDiagnosis(
      LiveDiagnosis diagnosis,
      ThreadedGlass glass,
      Optional<DiagnosisServer> server,
      Optional<MetricReport> report) {
    this.diagnosis = diagnosis;
    this.glass = glass;
    this.server = server;
    this.report = report;
  }

  /** From now on the kiosk can be asked. */
  static KioskDiagnosis open(Setup setup, KioskWatch watch, Running running) {
    Surroundings around =
        new Surroundings(setup.machine(), System::nanoTime, setup.services().store());
    Modes modes =
        new Modes(new ModeFile(around.machine().state()), running.kiosk().loop()::offer);
    modes.begin();
    watch.sightings().put(Condition.good(Part.DISPLAY));
    HealthBook book = new HealthBook(
        modes,
        watch.sightings(),
        around,
        running.vitals()::allAlive,
        running.kiosk().loop()::offer,
        staffWords());
    KioskChecks checks = new KioskChecks(setup, around, running);
    ThreadedGlass glass = checks.glass();
    LiveDiagnosis diagnosis = new LiveDiagnosis(
        book,
        new Knowledge(around, watch.sightings(), watch.tally(), checks.names(), watch::says),
        watch.sightings(),
        modes,
        around,
        checks.all(glass),
        watch::patronThere);
    goRound(book, running.threads());
    AuditHistory history =
        new AuditHistory(around.machine().state(), setup.services().store().epoch());
    running.threads().once("history", () -> watch.tally().addBefore(history.counts()));
    return new KioskDiagnosis(
        diagnosis, glass, listen(setup, diagnosis), report(setup, diagnosis, running.threads()));
  }

  /** The screen and the console say the same of a cause. */
  private static Function<Cause, StaffWords> staffWords() {
    CauseWords words = new CauseWords();
    return cause ->
        new StaffWords(words.meaning(cause, Tongue.JA), words.meaning(cause, Tongue.EN));
  }

  LiveDiagnosis diagnosis() {
    return diagnosis;
  }

  /** Whether a check takes the press; on the panel's thread. */
  boolean takes(PanelEvent press) {
    return glass.takes(press);
  }

  private static void goRound(HealthBook book, Threads threads) {
    CountDownLatch never = new CountDownLatch(1);
    threads.loop("health", ROUND_LIMIT, () -> {
      book.round();
      // Nobody counts it down: time alone ends the waiting.
      var _ = never.await(ROUND.toMillis(), TimeUnit.MILLISECONDS);
      return null;
    });
  }

  private static Optional<MetricReport> report(
      Setup setup, LiveDiagnosis diagnosis, Threads threads) {
    MetricsSettings metrics = setup.configuration().metrics();
    if (!metrics.wanted()) {
      return Optional.empty();
    }
    MetricText text =
        new MetricText(diagnosis, setup.configuration().kiosk().id(), KioskProgram.version());
    MetricReport telling = new MetricReport(text, metrics.file(), metrics.pushUrl());
    CountDownLatch never = new CountDownLatch(1);
    threads.loop("metrics", ROUND_LIMIT.plus(metrics.every()), () -> {
      // Nobody counts it down: time alone ends the waiting, in which the first round is made.
      var _ = never.await(metrics.every().toMillis(), TimeUnit.MILLISECONDS);
      telling.tell();
      return null;
    });
    return Optional.of(telling);
  }

  /** Without a console the kiosk lends all the same. */
  private static Optional<DiagnosisServer> listen(Setup setup, LiveDiagnosis diagnosis) {
    try {
      return Optional.of(DiagnosisServer.open(setup.socket(), diagnosis, System::nanoTime));
    } catch (IOException failure) {
      LOG.warn("technicians cannot ask this kiosk at {}", setup.socket(), failure);
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    server.ifPresent(DiagnosisServer::close);
    report.ifPresent(MetricReport::close);
  }
}
