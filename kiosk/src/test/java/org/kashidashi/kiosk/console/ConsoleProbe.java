package org.kashidashi.kiosk.console;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.kashidashi.kiosk.console.command.Bench;
import org.kashidashi.kiosk.console.signin.CheapPasswords;
import org.kashidashi.kiosk.console.signin.KeyHolder;
import org.kashidashi.kiosk.console.signin.ProcBootClock;
import org.kashidashi.kiosk.console.signin.SignIn;
import org.kashidashi.kiosk.console.talk.Manner;
import org.kashidashi.kiosk.console.talk.TerminalLine;
import org.kashidashi.kiosk.console.talk.Tongue;

/** The console of a simulated machine, as a program of its own: a terminal needs one. */
final class ConsoleProbe {
  private ConsoleProbe() {}

  /**
   * Serves the terminal that it was started on.
   *
   * @param arguments folder of the notes, file of the audit trail, patience in milliseconds,
   *     technicians of the configuration
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Duration patience = Duration.ofMillis(Long.parseLong(arguments[2]));
    String type = System.getenv().getOrDefault("TERM", "");
    SecureRandom random = new SecureRandom();
    List<KeyHolder> named = List.of(arguments).subList(3, arguments.length).stream()
        .flatMap(text -> KeyHolder.parse(text).stream())
        .toList();
    SimulatedMachine machine = new SimulatedMachine(Duration.ofSeconds(20));
    AuditFile audit = new AuditFile(Path.of(arguments[1]));
    SignIn signIn = SignIn.of(
        new SignIn.Device("k1", "1.2.3", "pts/0"),
        () -> named,
        CheapPasswords.in(folder),
        folder,
        new ProcBootClock(Path.of("/proc")),
        random,
        audit);
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
        task -> Thread.ofPlatform().daemon().unstarted(task));
    CountDownLatch ended = new CountDownLatch(1);
    try (TerminalLine line =
        TerminalLine.onStandardStreams(type, patience, timer, System::nanoTime)) {
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
        line.hangUp();
        await(ended);
      }));
      Console console = new Console(
          line,
          () -> Optional.of(new Reception.Welcome(
              ZoneId.of("Asia/Tokyo"),
              new Manner(Tongue.JA, TerminalLine.isDumb(type), false),
              patience)),
          signIn,
          new Bench.Machine(machine, machine, machine, machine, _ -> {}),
          audit);
      line.endOnceItStands(console::abandon, () -> Runtime.getRuntime().halt(0));
      boolean _ = console.run();
    } finally {
      ended.countDown();
    }
  }

  private static void await(CountDownLatch ended) {
    try {
      boolean _ = ended.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
