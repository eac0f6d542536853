package org.kashidashi.kiosk.app;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.hal.signal.Signal;
import org.kashidashi.hal.speech.SpeechOutput;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.diagnosis.Check;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.check.CardCheck;
import org.kashidashi.kiosk.diagnosis.check.CheckRun;
import org.kashidashi.kiosk.diagnosis.check.DatabaseCheck;
import org.kashidashi.kiosk.diagnosis.check.DisplayCheck;
import org.kashidashi.kiosk.diagnosis.check.LampsCheck;
import org.kashidashi.kiosk.diagnosis.check.NetworkCheck;
import org.kashidashi.kiosk.diagnosis.check.Pause;
import org.kashidashi.kiosk.diagnosis.check.Place;
import org.kashidashi.kiosk.diagnosis.check.PrinterCheck;
import org.kashidashi.kiosk.diagnosis.check.ReaderCheck;
import org.kashidashi.kiosk.diagnosis.check.ScannerCheck;
import org.kashidashi.kiosk.diagnosis.check.SoundCheck;
import org.kashidashi.kiosk.diagnosis.check.TouchCheck;
import org.kashidashi.kiosk.diagnosis.check.TouchCorrection;
import org.kashidashi.kiosk.diagnosis.live.Errands;
import org.kashidashi.kiosk.diagnosis.live.LiveDiagnosis;
import org.kashidashi.kiosk.diagnosis.live.Surroundings;
import org.kashidashi.kiosk.loop.Workers;

/** The checks of a running kiosk, each on the thread that its device belongs to. */
final class KioskChecks {
  /** Long enough to look at a colour or to hear a word. */
  static final Duration LOOK = Duration.ofSeconds(2);

  /** A delivery of the outbox may take as long. */
  private static final Duration SYNC_PATIENCE = Duration.ofSeconds(60);

  private static final Duration PRINT_PATIENCE = Duration.ofSeconds(30);

  private final Configuration configuration;
  private final Services services;
  private final Surroundings around;
  private final KioskDiagnosis.Running running;
  private final Assembly kiosk;
  private final Devices devices;
  private final DeviceErrands errands;

  KioskChecks(KioskDiagnosis.Setup setup, Surroundings around, KioskDiagnosis.Running running) {
    this.configuration = setup.configuration();
    this.services = setup.services();
    this.around = around;
    this.running = running;
    this.kiosk = running.kiosk();
    this.devices = running.devices();
    this.errands = running.errands();
  }

  ThreadedGlass glass() {
    return new ThreadedGlass(
        running.panel(),
        errands.display(),
        running.painter()::again,
        Parts.touchable(configuration));
  }

  /** What the operator calls each device. */
  Map<Part, String> names() {
    return Map.of(
        Part.READER, devices.reader().name(),
        Part.SCANNER, devices.scanner().name(),
        Part.PRINTER, configuration.printer().driver().name(),
        Part.DISPLAY, configuration.display().driver().name(),
        Part.TOUCH, configuration.touch().driver().name(),
        Part.LAMPS, configuration.signal().driver().name(),
        Part.SOUND, configuration.signal().driver().name(),
        Part.KEYBOARDS, "");
  }

  LiveDiagnosis.Checks all(ThreadedGlass glass) {
    Workers workers = running.workers();
    Set<Part> absent = Parts.absent(configuration);
    Map<Check, CheckRun> checks = new EnumMap<>(Check.class);
    Place signalling = Errands.on(workers.signalling(), DeviceErrands.PATIENCE);
    checks.put(
        Check.READER, new ReaderCheck(kiosk.cards().lent(), errands.card(), System::nanoTime));
    checks.put(
        Check.CARD,
        new CardCheck(kiosk.cards().lent(), services.jpki(), errands.card(), System::nanoTime));
    checks.put(
        Check.SCANNER,
        new ScannerCheck(
            kiosk.scanner().lent(),
            services.barcodes()::read,
            errands.scanner(),
            System::nanoTime));
    checks.put(Check.DISPLAY, new DisplayCheck(glass, Pause.real(), LOOK));
    checks.put(Check.TOUCH, new TouchCheck(glass, System::nanoTime));
    checks.put(
        Check.PRINTER,
        new PrinterCheck(
            devices.printer(), Errands.on(workers.printing(), PRINT_PATIENCE), System::nanoTime));
    checks.put(
        Check.LAMPS,
        new LampsCheck(devices.signal(), signalling, kiosk.signals()::lit, Pause.real(), LOOK));
    checks.put(Check.SOUND, sound(signalling));
    checks.put(Check.NETWORK, new NetworkCheck(around.machine()));
    checks.put(
        Check.DATABASE,
        new DatabaseCheck(
            () -> services.store().integrity(), around.machine().state(), System::nanoTime));
    checks.keySet().removeIf(check -> absent.contains(check.part()));
    return new LiveDiagnosis.Checks(checks, correction(glass), sync(), () -> {
      Duration _ = kiosk.sync().runOnce();
    });
  }

  private CheckRun sound(Place signalling) {
    Optional<Signal> tones =
        Parts.tones(configuration) ? Optional.of(devices.signal()) : Optional.empty();
    Optional<SpeechOutput> voice =
        Parts.voice(configuration) ? Optional.of(devices.speech()) : Optional.empty();
    return new SoundCheck(
        new SoundCheck.Parts(tones, signalling, voice, session()), Pause.real(), LOOK);
  }

  /** The voice belongs to the session thread. */
  private Place session() {
    return Errands.on(kiosk.loop()::run, DeviceErrands.PATIENCE);
  }

  private Place sync() {
    return Errands.on(kiosk.sync()::ask, SYNC_PATIENCE);
  }

  private Optional<TouchCorrection> correction(ThreadedGlass glass) {
    return Parts.touchable(configuration)
        ? Optional.of(new TouchCorrection(
            glass,
            configuration.touch().calibration(),
            configuration.touch().rotation(),
            System::nanoTime))
        : Optional.empty();
  }
}
