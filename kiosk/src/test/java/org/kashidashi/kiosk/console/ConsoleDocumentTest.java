package org.kashidashi.kiosk.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.kiosk.Golden;
import org.kashidashi.kiosk.console.command.Bench;
import org.kashidashi.kiosk.console.command.Commands;
import org.kashidashi.kiosk.console.command.Form;
import org.kashidashi.kiosk.console.signin.CheapPasswords;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.signin.Technician;
import org.kashidashi.kiosk.console.talk.Manner;
import org.kashidashi.kiosk.console.talk.ScriptedLine;
import org.kashidashi.kiosk.console.talk.Talk;
import org.kashidashi.kiosk.console.talk.Tongue;

/** What technicians read before they plug the cable in. */
final class ConsoleDocumentTest {
  private static final String PASSWORD = "long enough to keep";
  private static final Pattern COMMAND = Pattern.compile("`([^`]+)`");
  private static final String FENCE = "```";
  private static final String PROMPT = "k1:test> ";

  @TempDir
  Path folder;

  private final SimulatedMachine machine = new SimulatedMachine(Duration.ZERO);

  /** A language of the document. */
  enum Document {
    /** On a terminal of which nothing is known. */
    ENGLISH("dumb", "console.md"),
    JAPANESE("vt220", "console.ja.md");

    private final String terminal;
    private final String name;

    Document(String terminal, String name) {
      this.terminal = terminal;
      this.name = name;
    }

    private Golden file() {
      return Golden.file("../../../../../packaging/docs/" + name);
    }

    private String text() {
      return new String(file().read(), UTF_8);
    }
  }

  private List<Form> forms() {
    Talk talk = new Talk(new ScriptedLine(), ZoneOffset.UTC, new Manner(Tongue.EN, true, false));
    return new Commands(new Bench(
            talk,
            new Bench.Machine(machine, machine, machine, machine, _ -> {}),
            CheapPasswords.signIn(folder, _ -> {}),
            new Technician("yamada", Role.ADMIN)))
        .forms();
  }

  /** The example between the first fences. */
  @ParameterizedTest
  @EnumSource(Document.class)
  void showsWhatTheConsoleSays(Document document) throws Exception {
    CheapPasswords.in(folder).set(new Technician("yamada", Role.TEST), PASSWORD.toCharArray());
    List<String> command = List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx64m",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        ConsoleProbe.class.getName(),
        folder.toString(),
        folder.resolve("audit").toString(),
        "300000");
    try (TypedTerminal terminal = new TypedTerminal(
        Map.of("TERM", document.terminal), folder.resolve("errors").toFile(), command)) {
      terminal.await(": ");
      terminal.type("yamada\r");
      terminal.await(": ");
      terminal.type(PASSWORD + "\r");
      terminal.await(PROMPT);
      terminal.type("test reader network\r");
      terminal.await(PROMPT);
      String text = document.text();
      int begin = text.indexOf('\n', text.indexOf(FENCE)) + 1;
      int end = text.indexOf(FENCE, begin);
      String shown = terminal.text().stripTrailing() + "\n";
      document.file().check(text.substring(0, begin) + shown + text.substring(end));
    }
  }

  /** Each command stands in the row of the role that it needs, and no other does. */
  @ParameterizedTest
  @EnumSource(Document.class)
  void tellsWhichRoleMayDoWhat(Document document) {
    for (Role role : Role.values()) {
      String beginning = "| " + role.name().toLowerCase(Locale.ROOT) + " | ";
      String row = document
          .text()
          .lines()
          .filter(line -> line.startsWith(beginning))
          .findFirst()
          .orElseThrow();
      List<String> told =
          COMMAND.matcher(row).results().map(found -> found.group(1)).toList();
      List<String> names =
          forms().stream().filter(form -> form.role() == role).map(Form::name).toList();
      for (String name : names) {
        assertTrue(told.stream().anyMatch(command -> begins(command, name)), role + ": " + name);
      }
      for (String command : told) {
        assertTrue(names.stream().anyMatch(name -> begins(command, name)), role + ": " + command);
      }
    }
  }

  private static boolean begins(String command, String name) {
    return (command + " ").startsWith(name + " ");
  }
}
