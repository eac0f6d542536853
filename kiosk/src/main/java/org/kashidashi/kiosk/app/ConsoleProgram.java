package org.kashidashi.kiosk.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.config.ConsoleSettings;
import org.kashidashi.kiosk.config.KioskSettings;
import org.kashidashi.kiosk.config.Mode;
import org.kashidashi.kiosk.console.Console;
import org.kashidashi.kiosk.console.Reception;
import org.kashidashi.kiosk.console.command.Bench;
import org.kashidashi.kiosk.console.signin.KeyHolder;
import org.kashidashi.kiosk.console.signin.Passwords;
import org.kashidashi.kiosk.console.signin.ProcBootClock;
import org.kashidashi.kiosk.console.signin.Remembered;
import org.kashidashi.kiosk.console.signin.SignIn;
import org.kashidashi.kiosk.console.talk.Manner;
import org.kashidashi.kiosk.console.talk.TerminalLine;
import org.kashidashi.kiosk.console.talk.Tongue;
import org.kashidashi.kiosk.diagnosis.ConfigurationEditor;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.MachineControl;
import org.kashidashi.kiosk.diagnosis.WalkThrough;
import org.kashidashi.sync.secret.PasswordCost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The technician's console on the standard streams, whatever is wrong with the configuration. */
final class ConsoleProgram {
  private static final Path SYSFS = Path.of("/sys");
  private static final Path PROC = Path.of("/proc");

  private static final Logger LOG = LoggerFactory.getLogger(ConsoleProgram.class);

  private final Supplier<ConsoleSettings.Alone> settings;
  private final BooleanSupplier open;
  private final Map<String, String> environment;

  /**
   * Of what can be read.
   *
   * @param settings asked anew for everybody who comes: the configuration changes meanwhile
   * @param open asked before each who comes: whether anybody is served at all
   * @param environment TERM and the locale say what the line can show
   */
  ConsoleProgram(
      Supplier<ConsoleSettings.Alone> settings,
      BooleanSupplier open,
      Map<String, String> environment) {
    this.settings = settings;
    this.open = open;
    this.environment = Map.copyOf(environment);
  }

  /** What a console looks after. */
  record Parts(
      Diagnosis diagnosis,
      ConfigurationEditor configuration,
      MachineControl control,
      WalkThrough walk) {}

  /**
   * Serves technicians until the line is hung up, or the configuration names it no more.
   *
   * @return the program's exit code
   */
  int run(Parts parts) throws Exception {
    ServedLine served = ServedLine.own();
    ConsoleSettings.Alone read = settings.get();
    if (!serves(served, read)) {
      return Troubles.CONFIGURATION;
    }
    CountDownLatch ended = new CountDownLatch(1);
    String type = environment.getOrDefault("TERM", "");
    String name = shortened(served.name());
    try (ScheduledExecutorService timer = CounterProgram.timer();
        ToolAudit audit = new ToolAudit(read.kiosk(), "console/" + name);
        TerminalLine line =
            TerminalLine.onStandardStreams(type, read.console().idle(), timer, System::nanoTime)) {
      KioskProgram.stopAtShutdown(line::hangUp, ended);
      Console console = new Console(
          line,
          () -> welcome(served, type, read.kiosk()),
          signIn(read.kiosk(), name, audit),
          new Bench.Machine(
              parts.diagnosis(),
              parts.configuration(),
              parts.control(),
              parts.walk(),
              Thread::sleep),
          audit);
      // No shutdown: that would wait for the line. systemd hangs it up and starts a new console.
      line.endOnceItStands(console::abandon, () -> Runtime.getRuntime().halt(0));
      boolean hungUp = console.run();
      // Another machine's folder, name or zone is for a process of its own: it is started again.
      boolean again = hungUp || !settings.get().kiosk().equals(read.kiosk());
      return again ? 0 : Troubles.CONFIGURATION;
    } finally {
      ended.countDown();
    }
  }

  /** Where nobody can read which lines are named, whoever started this has decided it. */
  private static boolean serves(ServedLine served, ConsoleSettings.Alone read) {
    boolean unsure = !read.mistakes().isEmpty();
    boolean trial = read.kiosk().mode() == Mode.TEST && !unsure;
    boolean serves = trial || unsure || served.isOneOf(read.console().lines(), SYSFS);
    if (!serves) {
      LOG.warn("'{}' is no line of console.lines: nobody is served on it", served.name());
    }
    return serves;
  }

  private Optional<Reception.Welcome> welcome(ServedLine served, String type, KioskSettings begun) {
    ConsoleSettings.Alone read = settings.get();
    if (!open.getAsBoolean() || !read.kiosk().equals(begun) || !serves(served, read)) {
      return Optional.empty();
    }
    Manner manner = new Manner(
        switch (read.console().language()) {
          case JAPANESE -> Tongue.JA;
          case ENGLISH -> Tongue.EN;
        },
        TerminalLine.isDumb(type) || !unicode(environment),
        false);
    return Optional.of(
        new Reception.Welcome(read.kiosk().timeZone(), manner, read.console().idle()));
  }

  private SignIn signIn(KioskSettings kiosk, String line, Consumer<AuditRecord> audit) {
    SecureRandom random = new SecureRandom();
    Path folder = folder(kiosk);
    Remembered remembered = new Remembered(folder);
    return SignIn.of(
        new SignIn.Device(kiosk.id(), KioskProgram.version(), line),
        () -> named(remembered),
        new Passwords(folder, PasswordCost.USUAL, random),
        folder,
        new ProcBootClock(PROC),
        random,
        audit);
  }

  /** A configuration that names nobody because it cannot be read shuts nobody out. */
  private List<KeyHolder> named(Remembered remembered) {
    ConsoleSettings.Alone read = settings.get();
    List<KeyHolder> named = technicians(read.console());
    if (read.mistakes().isEmpty()) {
      remembered.keep(named);
      return named;
    }
    return named.isEmpty() ? remembered.holders() : named;
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
}
