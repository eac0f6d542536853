package org.kashidashi.kiosk.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.kiosk.Golden;
import org.kashidashi.kiosk.console.signin.Challenge;
import org.kashidashi.kiosk.console.signin.CheapPasswords;
import org.kashidashi.kiosk.console.signin.KeyHolder;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.signin.Technician;
import org.kashidashi.kiosk.console.signin.TechnicianKey;

/** What a technician sees on a real terminal, of a machine whose devices tell hostile texts. */
final class ConsoleTranscriptTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PASSWORD = "long enough to keep";
  private static final String LONG = "300000";
  private static final String CTRL_D = "\u0004";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Map<String, String> SERIAL = Map.of("TERM", "vt220");

  @TempDir
  Path folder;

  private final TechnicianKey.Pair key = TechnicianKey.generate(RANDOM);

  private TypedTerminal terminal(Map<String, String> environment, String patience)
      throws IOException {
    CheapPasswords.in(folder).set(new Technician("yamada", Role.ADMIN), PASSWORD.toCharArray());
    KeyHolder sato = new KeyHolder(new Technician("sato", Role.VIEW), key.open());
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx64m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        ConsoleProbe.class.getName(),
        folder.toString(),
        audit().toString(),
        patience,
        sato.written()));
    return new TypedTerminal(environment, folder.resolve("errors").toFile(), command);
  }

  private Path audit() {
    return folder.resolve("audit");
  }

  private static void signIn(TypedTerminal terminal, String name, String password, String prompt) {
    terminal.await(name);
    terminal.type("yamada\r");
    terminal.await(password);
    terminal.type(PASSWORD + "\r");
    terminal.await(prompt);
  }

  private static void order(TypedTerminal terminal, String... commands) {
    for (String command : commands) {
      terminal.type(command + "\r");
      terminal.await("k1:admin> ");
    }
  }

  @Test
  void showsEverythingInJapanese() throws Exception {
    try (TypedTerminal terminal = terminal(SERIAL, LONG)) {
      signIn(terminal, "名前: ", "署名): ", "k1:admin> ");
      order(terminal, "show health", "sh stat", "show s", "test network database reader");
      terminal.type("test all\r");
      terminal.await("[y/N] ");
      terminal.type("y\r");
      terminal.await("[y/N] ");
      terminal.type("yes\r");
      terminal.await("k1:admin> ");
      order(terminal, "mode maintenance", "calibrate touch", "walk");
      terminal.type("test display\r");
      terminal.await("[y/N] ");
      terminal.type("n\r");
      terminal.await("k1:admin> ");
      order(terminal, "queue list", "queue retry", "queue export", "log tail", "log export");
      order(terminal, "config show session", "config diff", "config commit");
      order(terminal, "factory-reset", "help", "help config", "show counters");
      terminal.type("log clear\r");
      terminal.await("署名): ");
      terminal.type("a guess at it\r");
      terminal.await("k1:admin> ");
      terminal.type("log clear\r");
      terminal.await("署名): ");
      terminal.type(PASSWORD + "\r");
      terminal.await("k1:admin> ");
      terminal.type("logout\r");
      terminal.await("名前: ");
      Golden.file("console/japanese.txt").check(terminal.text());
    }
  }

  @Test
  void completesExplainsAndRemembersInEnglish() throws Exception {
    try (TypedTerminal terminal = terminal(SERIAL, LONG)) {
      signIn(terminal, "名前: ", "署名): ", "k1:admin> ");
      order(terminal, "language en");
      terminal.type("?");
      terminal.await("k1:admin> ");
      terminal.type("con\tset ses\t?");
      terminal.await("k1:admin> config set session.");
      terminal.type("i\t\"90 s\"\r");
      terminal.await("k1:admin> ");
      terminal.type("\u001b[A\u0001\u001bf\u001bf\u000b\u0015\r");
      order(terminal, "config commit", "config rollback", "config rollback");
      terminal.type("never carried out\u0003");
      terminal.await("k1:admin> ");
      order(terminal, "mode maintenance");
      terminal.type("test card\r");
      terminal.await("nothing of it is kept.\n");
      terminal.type("\u0003");
      terminal.await("k1:admin> ");
      terminal.type("factory-reset lose 3 loans\r");
      terminal.await("key): ");
      terminal.type(PASSWORD + "\r");
      terminal.await("name: ");
      terminal.type("k1\r");
      terminal.await("once more: ");
      terminal.type("\r");
      terminal.await("k1:admin> ");
      terminal.type("reboot\r");
      terminal.await("[y/N] ");
      terminal.type("\r");
      terminal.await("k1:admin> ");
      Golden.file("console/english.txt").check(terminal.text());
    }
  }

  @Test
  void answersProgramsTersely() throws Exception {
    try (TypedTerminal terminal = terminal(SERIAL, LONG)) {
      signIn(terminal, "名前: ", "署名): ", "k1:admin> ");
      terminal.type("terse on\r");
      terminal.await("OK\n");
      tell(terminal, "show health", "OK");
      tell(terminal, "show network", "OK");
      tell(terminal, "test lamps reader", "ERR CHECK_FAILED Failed: reader");
      tell(terminal, "show x", "ERR UNKNOWN_WORD");
      tell(terminal, "test card", "ERR NOT_NOW (NOT_IN_MAINTENANCE) Not now: ");
      tell(terminal, "queue list 2", "OK");
      tell(terminal, "queue ?", "OK");
      tell(terminal, "config set session.idle \"wrong\"", "ERR WRONG_VALUE");
      tell(terminal, "config set session.idle \"2 min\"", "OK");
      tell(terminal, "config commit", "OK");
      tell(terminal, "walk", "OK");
      terminal.type("factory-reset lose 3 loans\r" + PASSWORD + "\rk1\rk2\r");
      terminal.await("ERR NOT_CONFIRMED Not confirmed. Nothing was done.\n");
      terminal.type("terse off\r\r");
      terminal.await("k1:admin> ");
      Golden.file("console/terse.txt").check(terminal.text());
    }
  }

  private static void tell(TypedTerminal terminal, String command, String end) {
    int before = terminal.text().length();
    terminal.type(command + "\r");
    terminal.await("\n");
    while (!terminal.text().substring(before).lines().anyMatch(row -> row.startsWith(end))) {
      terminal.awaitMore();
    }
  }

  @Test
  void keepsToAsciiOnDumbTerminal() throws Exception {
    try (TypedTerminal terminal = terminal(Map.of(), LONG)) {
      signIn(terminal, "Name: ", "key): ", "k1:admin> ");
      order(terminal, "show health", "show status", "walk", "log tail", "test database");
      String text = terminal.text();
      assertTrue(text.chars().allMatch(sign -> sign < 0x7F), text);
      Golden.file("console/ascii.txt").check(text);
    }
  }

  @Test
  void signsInByReplyAndRefusesWhatTheRoleDoesNotAllow() throws Exception {
    try (TypedTerminal terminal = terminal(SERIAL, LONG)) {
      terminal.await("名前: ");
      terminal.type("sato\r");
      terminal.await("署名): ");
      terminal.type("\r");
      terminal.await("応答(署名): ");
      String line = terminal
          .text()
          .lines()
          .filter(row -> row.startsWith("kashidashi-console-1 "))
          .findFirst()
          .orElseThrow();
      terminal.type(TechnicianKey.parse(key.pem())
              .orElseThrow()
              .reply(Challenge.parse(line).orElseThrow())
          + "\r");
      terminal.await("k1:view> ");
      terminal.type("reboot\r");
      terminal.await("k1:view> ");
      assertTrue(terminal.text().contains("役割 admin が必要です"), terminal.text());
      assertTrue(Files.readString(audit()).contains("code=NOT_ALLOWED"));
    }
  }

  @Test
  void logsOffWhoeverGoesAway() throws Exception {
    try (TypedTerminal terminal = terminal(SERIAL, "3000")) {
      signIn(terminal, "名前: ", "署名): ", "k1:admin> ");
      terminal.await("名前: ");
      assertTrue(terminal.text().contains("しばらく操作がなかったので、サインアウトしました。"));
      assertTrue(Files.readString(audit()).contains("ending=IDLE"));
    }
  }

  @Test
  void endsWhenTheLineTakesNothing() throws Exception {
    try (TypedTerminal terminal = terminal(SERIAL, "3000")) {
      signIn(terminal, "名前: ", "署名): ", "k1:admin> ");
      // Nobody reads what comes: the console's thread stands in a write.
      terminal.type("help\r".repeat(100));
      assertTrue(terminal.ended(PATIENCE), "the console waits for a line that takes nothing");
      String noted = Files.readString(audit());
      assertTrue(noted.contains("command=help, code=STOOD"), noted);
      assertTrue(noted.contains("ending=STOOD"), noted);
    }
  }

  @Test
  void endsEvenWhenTheDiskTakesNothingEither() throws Exception {
    try (TypedTerminal terminal = terminal(SERIAL, "3000")) {
      signIn(terminal, "名前: ", "署名): ", "k1:admin> ");
      // A pipe that nobody reads stands like a disk that is broken.
      Files.delete(audit());
      assertEquals(0, new ProcessBuilder("mkfifo", audit().toString()).start().waitFor());
      // What is explained is no command, and not noted.
      terminal.type("?".repeat(300));
      assertTrue(terminal.ended(PATIENCE), "the console waits for its own record");
    }
  }

  @Test
  void leavesWithCtrlDAndServesOn() throws Exception {
    try (TypedTerminal terminal = terminal(SERIAL, LONG)) {
      leavesAndServesOn(terminal, "名前: ", "署名): ");
    }
  }

  @Test
  void leavesWithCtrlDOnDumbTerminal() throws Exception {
    try (TypedTerminal terminal = terminal(Map.of(), LONG)) {
      leavesAndServesOn(terminal, "Name: ", "key): ");
    }
  }

  /** Noise of an open line, or a key that is held down, must not start program after program. */
  private void leavesAndServesOn(TypedTerminal terminal, String name, String password)
      throws Exception {
    for (int times = 0; times < 3; times++) {
      terminal.await(name);
      terminal.type(CTRL_D);
    }
    terminal.await(name);
    terminal.type("yamada\r");
    terminal.await(password);
    terminal.type(CTRL_D);
    signIn(terminal, name, password, "k1:admin> ");
    terminal.type("reboot\r");
    terminal.await("[y/N] ");
    terminal.type(CTRL_D);
    terminal.await("k1:admin> ");
    assertFalse(Files.readString(audit()).contains("ConsoleLogOff"), Files.readString(audit()));
    terminal.type(CTRL_D);
    terminal.await(name);
    assertTrue(Files.readString(audit()).contains("ending=ORDERED"), Files.readString(audit()));
    assertFalse(terminal.ended(Duration.ZERO), "a key has ended the program");
  }

  @Test
  void deletesWithCtrlDWhatStandsUnderTheCursor() throws Exception {
    try (TypedTerminal terminal = terminal(SERIAL, LONG)) {
      signIn(terminal, "名前: ", "署名): ", "k1:admin> ");
      terminal.type("xmode\u0001" + CTRL_D + "\r");
      terminal.await("k1:admin> ");
      assertTrue(Files.readString(audit()).contains("command=mode, code=]"), terminal.text());
    }
  }

  @Test
  void logsOffAtOnceWhenTheCableIsPulled() throws Exception {
    try (TypedTerminal terminal = terminal(SERIAL, LONG)) {
      signIn(terminal, "名前: ", "署名): ", "k1:admin> ");
      terminal.hangUp();
      assertTrue(terminal.ended(PATIENCE), "the console serves a line that is gone");
      assertTrue(Files.readString(audit()).contains("ending=HUNG_UP"), Files.readString(audit()));
    }
  }

  @Test
  void keepsNothingOfOneTechnicianForTheNext() throws Exception {
    try (TypedTerminal terminal = terminal(SERIAL, LONG)) {
      signIn(terminal, "名前: ", "署名): ", "k1:admin> ");
      order(terminal, "config set session.idle \"7 s\"");
      terminal.type("logout\r");
      signIn(terminal, "名前: ", "署名): ", "k1:admin> ");
      int before = terminal.text().length();
      terminal.type("\u001b[A\u001b[A\u0019\r");
      terminal.await("k1:admin> ");
      order(terminal, "config diff");
      assertFalse(terminal.text().substring(before).contains("session"), terminal.text());
      assertFalse(terminal.text().contains(PASSWORD));
    }
  }
}
