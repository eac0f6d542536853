package org.kashidashi.kiosk.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kashidashi.hal.pty.Pty;
import org.kashidashi.kiosk.app.demo.Folders;
import org.kashidashi.kiosk.console.signin.Passwords;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.signin.Technician;
import org.kashidashi.sync.secret.PasswordCost;

/** A kiosk on simulated devices, and a technician at its console, who has signed in. */
final class ConsoleStation implements AutoCloseable {
  private static final List<String> OF_KIOSK = List.of("java.options");
  private static final List<String> OF_CONSOLE = List.of("java.options", "console.options");
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final String NAME = "yamada";
  private static final String PASSWORD = "long enough to keep";
  static final String PROMPT = "trial:admin> ";
  private static final String QUESTION = "[y/N] ";
  private static final Duration SILENCE = Duration.ofMillis(2);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path folder;
  private final ShippedProgram program;
  private final Process kiosk;
  private final Process console;
  private final Pty pty;
  private final StringBuilder shown = new StringBuilder();

  private ConsoleStation(
      Path folder, ShippedProgram program, Process kiosk, Process console, Pty pty) {
    this.folder = folder;
    this.program = program;
    this.kiosk = kiosk;
    this.console = console;
    this.pty = pty;
  }

  static ConsoleStation open() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(MEMORY, "kashidashi-bench");
    String configuration = TrialConfiguration.in(folder).toString();
    Path state = TrialConfiguration.state(folder);
    new Passwords(state.resolve("console"), PasswordCost.USUAL, new SecureRandom())
        .set(new Technician(NAME, Role.ADMIN), PASSWORD.toCharArray());
    ShippedProgram program = ShippedProgram.unpackedBelow(folder);
    Process kiosk = start(
        new ProcessBuilder(program.command(List.of(), OF_KIOSK, "run", "--config", configuration))
            .redirectError(folder.resolve("kiosk.log").toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD));
    awaitSocket(folder, kiosk);
    Pty pty = Pty.open();
    pty.resize(80, 24);
    ProcessBuilder builder = new ProcessBuilder(program.command(
            List.of("setsid", "--ctty", "env", "--default-signal=INT"),
            OF_CONSOLE,
            "console",
            "--config",
            configuration))
        .redirectInput(pty.device().toFile())
        .redirectOutput(pty.device().toFile())
        .redirectError(folder.resolve("console.log").toFile());
    builder.environment().put("TERM", "vt220");
    builder.environment().put("LANG", "C.UTF-8");
    ConsoleStation station = new ConsoleStation(folder, program, kiosk, start(builder), pty);
    station.signIn();
    return station;
  }

  private static Process start(ProcessBuilder builder) throws IOException {
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    return builder.start();
  }

  private static void awaitSocket(Path folder, Process kiosk)
      throws IOException, InterruptedException {
    while (!Files.exists(socket(folder))) {
      if (kiosk.waitFor(20, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(
            "the kiosk ended: " + Files.readString(folder.resolve("kiosk.log")));
      }
    }
  }

  private static Path socket(Path folder) {
    return TrialConfiguration.state(folder).resolve("diagnosis.sock");
  }

  Path socket() {
    return socket(folder);
  }

  String what() {
    return program.what();
  }

  private void signIn() {
    await("名前: ");
    pty.send(NAME + "\r");
    await("署名): ");
    pty.send(PASSWORD + "\r");
    await(PROMPT);
  }

  /** Types a command and waits for the prompt after its answer; in nanoseconds. */
  long answer(String command) {
    pty.send(command);
    await(command);
    shown.setLength(0);
    long begin = System.nanoTime();
    pty.send("\r");
    await(PROMPT);
    return System.nanoTime() - begin;
  }

  /** Tries everything, without a card, a barcode or a finger at hand. */
  void testAll() {
    pty.send("test all\r");
    shown.setLength(0);
    int asked = 0;
    while (!shown.toString().endsWith(PROMPT)) {
      feed();
      String text = shown.toString();
      if (text.endsWith(QUESTION)) {
        pty.send("y\r");
        shown.append('\n');
      } else if (asked < hints(text)) {
        asked = hints(text);
        pty.send("\u0003");
      }
    }
  }

  /** How often something was wished for that nobody does here. */
  private static int hints(String text) {
    return (int) text.lines()
        .filter(row -> row.contains("カードをリーダーに") || row.contains("読ませて") || row.contains("触れて"))
        .count();
  }

  private void await(String end) {
    long began = System.nanoTime();
    while (!shown.toString().endsWith(end)) {
      if (System.nanoTime() - began > PATIENCE.toNanos()) {
        throw new IllegalStateException("no '%s' at the end of %s".formatted(end, shown));
      }
      feed();
    }
  }

  private void feed() {
    shown.append(new String(pty.receive(SILENCE), StandardCharsets.UTF_8)
        .replaceAll("\u001b\\[[0-9;]*[A-Za-z]", ""));
  }

  /** From now on the console has to do without it. */
  void stopKiosk() throws InterruptedException {
    kiosk.destroy();
    kiosk.waitFor();
  }

  Resident ofKiosk() throws IOException {
    return Resident.of(kiosk.pid());
  }

  Resident ofConsole() throws IOException {
    return Resident.of(console.pid());
  }

  @Override
  public void close() throws IOException {
    pty.close();
    for (Process process : List.of(console, kiosk)) {
      process.destroy();
      var _ = process.onExit().join();
    }
    Folders.delete(folder);
  }
}
