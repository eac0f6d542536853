package org.kashidashi.kiosk.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.console.command.Bench;
import org.kashidashi.kiosk.console.signin.CheapPasswords;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.signin.Technician;
import org.kashidashi.kiosk.console.talk.Manner;
import org.kashidashi.kiosk.console.talk.ScriptedLine;
import org.kashidashi.kiosk.console.talk.Tongue;

/** One line, and whoever comes by it. */
final class ConsoleTest {
  private static final String PASSWORD = "long enough to keep";

  @TempDir
  Path folder;

  private final SimulatedMachine machine = new SimulatedMachine(Duration.ZERO);
  private final List<AuditRecord> audit = new ArrayList<>();
  private final List<Reception.Welcome> welcomes = new ArrayList<>();

  @BeforeEach
  void giveYamadaPassword() throws Exception {
    CheapPasswords.in(folder).set(new Technician("yamada", Role.ADMIN), PASSWORD.toCharArray());
  }

  private static Reception.Welcome welcome(Tongue tongue, int minutes) {
    return new Reception.Welcome(
        ZoneOffset.UTC, new Manner(tongue, false, false), Duration.ofMinutes(minutes));
  }

  /** Receives as many as there are welcomes for. */
  private boolean hungUp(ScriptedLine line) {
    return new Console(
            line,
            () -> welcomes.isEmpty() ? Optional.empty() : Optional.of(welcomes.removeFirst()),
            CheapPasswords.signIn(folder, audit::add),
            new Bench.Machine(machine, machine, machine, machine, _ -> {}),
            audit::add)
        .run();
  }

  @Test
  void receivesEachAsTheConfigurationHasItThen() {
    welcomes.add(welcome(Tongue.EN, 5));
    welcomes.add(welcome(Tongue.JA, 7));
    ScriptedLine line = new ScriptedLine().type("yamada", PASSWORD, "logout");
    assertTrue(hungUp(line));
    assertTrue(line.shown().contains("Logged off."), () -> line.shown().toString());
    assertTrue(line.shown().contains("patience PT7M"), () -> line.shown().toString());
    assertTrue(line.shown().getLast().startsWith("名前:"), () -> line.shown().toString());
  }

  @Test
  void asksHowToReceiveAgainWhenNobodyTypes() {
    welcomes.add(welcome(Tongue.EN, 5));
    welcomes.add(welcome(Tongue.JA, 5));
    ScriptedLine line = new ScriptedLine().type("<silence>");
    assertTrue(hungUp(line));
    assertEquals(
        2, line.shown().stream().filter(row -> row.startsWith("Kashidashi")).count());
    assertTrue(audit.isEmpty());
  }

  @Test
  void servesNobodyAnyMoreOnceTheLineIsNamedNoMore() {
    welcomes.add(welcome(Tongue.EN, 5));
    ScriptedLine line = new ScriptedLine().type("yamada", PASSWORD, "sh st", "logout", "yamada");
    assertFalse(hungUp(line));
    assertTrue(line.shown().stream().anyMatch(row -> row.startsWith("-- status")));
    assertEquals("forgotten", line.shown().getLast());
  }
}
