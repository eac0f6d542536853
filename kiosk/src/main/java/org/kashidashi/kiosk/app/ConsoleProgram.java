package org.kashidashi.kiosk.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.kashidashi.hal.driver.clock.SystemTimeSource;
import org.kashidashi.kiosk.audit.AuditSource;
import org.kashidashi.kiosk.audit.AuditTrail;
import org.kashidashi.kiosk.config.ConsoleSettings;
import org.kashidashi.kiosk.config.KioskSettings;
import org.kashidashi.kiosk.config.Mode;
import org.kashidashi.kiosk.console.Console;
import org.kashidashi.kiosk.console.command.Bench;
import org.kashidashi.kiosk.console.signin.KeyHolder;
import org.kashidashi.kiosk.console.signin.Passwords;
import org.kashidashi.kiosk.console.signin.ProcBootClock;
import org.kashidashi.kiosk.console.signin.SignIn;
import org.kashidashi.kiosk.console.talk.Manner;
import org.kashidashi.kiosk.console.talk.TerminalLine;
import org.kashidashi.kiosk.console.talk.Tongue;
import org.kashidashi.kiosk.diagnosis.ConfigurationEditor;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.MachineControl;
import org.kashidashi.kiosk.diagnosis.WalkThrough;
import org.kashidashi.kiosk.loop.ClockTrust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The technician's console on the standard streams, whatever is wrong with the configuration. */
final class ConsoleProgram {
  /** A tool that runs beside the kiosk, not one of its starts. */
  private static final long NO_BOOT = 0;

  private static final Path SYSFS = Path.of("/sys");
  private static final Path PROC = Path.of("/proc");

  private static final Logger LOG = LoggerFactory.getLogger(ConsoleProgram.class);

  private final ConsoleSettings.Alone read;
  private final Map<String, String> environment;

  /**
   * Of what could be read.
   *
   * @param environment TERM and the locale say what the line can show
   */
  ConsoleProgram(ConsoleSettings.Alone read, Map<String, String> environment) {
    this.read = read;
    this.environment = Map.copyOf(environment);
  }

  /** What a console looks after. */
  record Parts(
      Diagnosis diagnosis,
      ConfigurationEditor configuration,
      MachineControl control,
      WalkThrough walk) {}

  /**
   * Serves technicians until the line is hung up.
   *
   * @return the program's exit code
   */
  int run(Parts parts) throws Exception {
    ServedLine served = ServedLine.own();
    boolean trial = read.kiosk().mode() == Mode.TEST && read.mistakes().isEmpty();
    if (!trial && !served.isOneOf(read.console().lines(), SYSFS)) {
      LOG.info("'{}' is no line of console.lines: nobody is served on it", served.name());
      return Troubles.CONFIGURATION;
    }
    CountDownLatch ended = new CountDownLatch(1);
    String type = environment.getOrDefault("TERM", "");
    try (ScheduledExecutorService timer = CounterProgram.timer();
        AuditTrail audit = audit();
        TerminalLine line =
            TerminalLine.onStandardStreams(type, read.console().idle(), timer, System::nanoTime)) {
      KioskProgram.stopAtShutdown(line::hangUp, ended);
      console(line, served, type, parts, audit).run();
      return 0;
    } finally {
      ended.countDown();
    }
  }

  private Console console(
      TerminalLine line, ServedLine served, String type, Parts parts, AuditTrail audit) {
    SecureRandom random = new SecureRandom();
    Path folder = folder(read.kiosk());
    Passwords passwords = new Passwords(folder, random);
    SignIn signIn = SignIn.of(
        new SignIn.Device(read.kiosk().id(), KioskProgram.version(), shortened(served.name())),
        technicians(read.console()),
        passwords,
        folder,
        new ProcBootClock(PROC),
        random,
        audit::write);
    Manner manner = new Manner(
        switch (read.console().language()) {
          case JAPANESE -> Tongue.JA;
          case ENGLISH -> Tongue.EN;
        },
        TerminalLine.isDumb(type) || !unicode(environment),
        false);
    return new Console(
        line,
        read.kiosk().timeZone(),
        manner,
        signIn,
        new Bench.Machine(
            parts.diagnosis(),
            parts.configuration(),
            parts.control(),
            parts.walk(),
            passwords,
            Thread::sleep),
        audit::write);
  }

  /** Where passwords and the lock are kept. */
  static Path folder(KioskSettings kiosk) {
    return kiosk.stateDirectory().resolve("console");
  }

  static List<KeyHolder> technicians(ConsoleSettings settings) {
    return settings.technicians().stream()
        .flatMap(technician -> KeyHolder.parse(technician).stream())
        .toList();
  }

  /** locale(7): the first of these that is set says what the line's characters are. */
  static boolean unicode(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> value.toLowerCase(Locale.ROOT).replace("-", "").endsWith("utf8"))
        .orElse(false);
  }

  private static String shortened(String name) {
    return name.matches("[A-Za-z0-9/_-]{0,32}") ? name : "";
  }

  /** Where the data disk is missing, nothing is written, and the console serves all the same. */
  private AuditTrail audit() {
    KioskSettings kiosk = read.kiosk();
    try {
      Files.createDirectories(kiosk.stateDirectory());
    } catch (IOException missing) {
      LOG.warn("there is no {} for the audit trail", kiosk.stateDirectory(), missing);
    }
    ClockTrust trust =
        new ClockTrust(new SystemTimeSource(), kiosk.clockBattery(), System::nanoTime);
    return new AuditTrail(
        kiosk.stateDirectory(),
        new AuditSource(kiosk.id(), NO_BOOT),
        Clock.system(kiosk.timeZone()),
        trust);
  }
}
