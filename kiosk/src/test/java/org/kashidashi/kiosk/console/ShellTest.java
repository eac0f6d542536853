package org.kashidashi.kiosk.console;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.audit.AuditRecord.ConsoleCommand;
import org.kashidashi.kiosk.audit.AuditRecord.ConsoleSignIn;
import org.kashidashi.kiosk.console.command.Bench;
import org.kashidashi.kiosk.console.signin.CheapPasswords;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.signin.Technician;
import org.kashidashi.kiosk.console.talk.LineOverException;
import org.kashidashi.kiosk.console.talk.Manner;
import org.kashidashi.kiosk.console.talk.ScriptedLine;
import org.kashidashi.kiosk.console.talk.Talk;
import org.kashidashi.kiosk.console.talk.Tongue;
import org.kashidashi.kiosk.diagnosis.ServiceMode;

/** What orders do to a machine, and what they leave alone. */
final class ShellTest {
  private static final String PASSWORD = "the password of now";

  @TempDir
  Path folder;

  private final SimulatedMachine machine = new SimulatedMachine(Duration.ZERO);
  private final List<AuditRecord> audit = new ArrayList<>();
  private Duration waited = Duration.ZERO;
  private Manner manner = new Manner(Tongue.EN, true, true);

  @BeforeEach
  void giveYamadaPassword() throws IOException {
    CheapPasswords.in(folder).set(new Technician("yamada", Role.ADMIN), PASSWORD.toCharArray());
  }

  private List<String> answers(Role role, String... typed) {
    ScriptedLine line = new ScriptedLine().type(typed);
    Talk talk = new Talk(line, ZoneOffset.UTC, manner);
    Shell shell = new Shell(
        new Bench(
            talk,
            new Bench.Machine(
                machine, machine, machine, machine, length -> waited = waited.plus(length)),
            CheapPasswords.signIn(folder, audit::add),
            new Technician("yamada", role)),
        audit::add);
    assertThrows(LineOverException.class, () -> {
      while (true) {
        shell.run();
      }
    });
    return line.shown();
  }

  private static String last(List<String> shown) {
    return shown.stream()
        .filter(row -> row.startsWith("ERR ") || row.equals("OK"))
        .reduce((_, last) -> last)
        .orElse("");
  }

  @Test
  void enrolsWithACodeThatIsAskedForAndNeverNoted() {
    assertTrue(last(answers(Role.CONFIG, "enrol")).startsWith("ERR NOT_ALLOWED "));
    assertTrue(last(answers(Role.ADMIN, "enrol", PASSWORD, "")).startsWith("ERR NOT_CONFIRMED "));
    assertTrue(last(answers(Role.ADMIN, "enrol", PASSWORD, "ABCD-234")).startsWith("ERR SYSTEM "));
    assertEquals("OK", last(answers(Role.ADMIN, "enrol", PASSWORD, "ABCD-2345")));
    assertTrue(audit.stream().noneMatch(noted -> noted.toString().contains("ABCD")));
  }

  @Test
  void takesNothingBackForWhoeverFindsALineSignedIn() {
    machine.loansWaiting(0);
    for (String order :
        List.of("enrol", "log clear", "factory-reset", "factory-reset lose unknown loans")) {
      machine.gone(order.endsWith("unknown loans"));
      List<String> shown =
          answers(Role.ADMIN, order, "a guess at it", "ABCD-2345", "k1", "k1", "k1");
      assertTrue(shown.stream().anyMatch(row -> row.startsWith("ERR NOT_PROVEN ")), order + shown);
      assertFalse(shown.contains("OK"), order + shown);
    }
    assertEquals(List.of(), machine.orders());
    assertEquals(List.of(ServiceMode.CLOSED, ServiceMode.OPEN), machine.modes());
  }

  @Test
  void movesPastMonthsOfTheTrailForAdministratorsAlone() {
    machine.stick(true);
    assertTrue(last(answers(Role.CONFIG, "log clear")).startsWith("ERR NOT_ALLOWED "));
    assertEquals("OK", last(answers(Role.ADMIN, "log clear", PASSWORD)));
  }

  @Test
  void resetsOnlyWhenNobodyLosesLoansUnnamed() {
    assertTrue(last(answers(Role.ADMIN, "factory-reset")).startsWith("ERR LOANS_WAIT 3 "));
    assertTrue(
        last(answers(Role.ADMIN, "factory-reset lose 2 loans")).startsWith("ERR LOANS_WAIT 3 "));
    assertTrue(last(answers(Role.ADMIN, "factory-reset lose unknown loans"))
        .startsWith("ERR LOANS_WAIT "));
    assertTrue(last(answers(Role.ADMIN, "factory-reset lose 3 loans", PASSWORD, "k1", "K1"))
        .startsWith("ERR NOT_CONFIRMED "));
    assertEquals(List.of(), machine.orders());
    answers(Role.ADMIN, "factory-reset lose 3 loans", PASSWORD, "k1", "k1");
    assertEquals(List.of("factory reset"), machine.orders());
  }

  @Test
  void takesOneLoanForOneLoan() {
    machine.loansWaiting(1);
    answers(Role.ADMIN, "factory-reset lose 1 loan", PASSWORD, "k1", "k1");
    assertEquals(List.of("factory reset"), machine.orders());
  }

  @Test
  void resetsWithoutANumberWhenNothingWaits() {
    machine.loansWaiting(0);
    answers(Role.ADMIN, "factory-reset", PASSWORD, "k1", "k1");
    assertEquals(List.of("factory reset"), machine.orders());
    assertEquals(List.of(ServiceMode.CLOSED, ServiceMode.CLOSED), machine.modes());
  }

  @Test
  void countsAllThatIsLostHoweverManyCanBeListed() {
    machine.loansWaiting(5_000);
    machine.quarantined(7);
    assertTrue(last(answers(Role.ADMIN, "factory-reset lose 1000 loans"))
        .startsWith("ERR LOANS_WAIT 5000 entries"));
    answers(Role.ADMIN, "factory-reset lose 5000 loans", PASSWORD, "k1", "k1");
    assertEquals(List.of("factory reset"), machine.orders());
  }

  @Test
  void opensAgainWhatItHasClosedWhenItIsNotCarriedOut() {
    answers(Role.ADMIN, "factory-reset");
    answers(Role.ADMIN, "factory-reset lose 3 loans", PASSWORD, "k1", "K1");
    answers(Role.ADMIN, "factory-reset lose 3 loans", PASSWORD, "k1");
    List<ServiceMode> both = List.of(ServiceMode.CLOSED, ServiceMode.OPEN);
    assertEquals(Stream.of(both, both, both).flatMap(List::stream).toList(), machine.modes());
    assertEquals(List.of(), machine.orders());
  }

  @Test
  void tellsWhatTheMachineBecomesAgainIfItCannotBeErased() {
    machine.loansWaiting(0);
    answers(Role.ADMIN, "mode maintenance", "factory-reset", PASSWORD, "k1", "k1");
    assertEquals(ServiceMode.MAINTENANCE, machine.modeBefore());
    answers(Role.ADMIN, "mode closed", "factory-reset", PASSWORD, "k1", "k1");
    assertEquals(ServiceMode.CLOSED, machine.modeBefore());
  }

  @Test
  void waitsForTheEndOfAVisitBeforeItCounts() {
    machine.loansWaiting(0);
    machine.visited(4);
    answers(Role.ADMIN, "factory-reset", PASSWORD, "k1", "k1");
    assertEquals(List.of("factory reset"), machine.orders());
    assertEquals(Duration.ofSeconds(12), waited);
  }

  @Test
  void resetsNothingWhileAVisitDoesNotEnd() {
    machine.visited(10_000);
    String answer = last(answers(Role.ADMIN, "factory-reset lose 3 loans"));
    assertTrue(answer.startsWith("ERR NOT_NOW (PATRON_THERE) Not now: "), answer);
    assertEquals(List.of(), machine.orders());
    assertEquals(List.of(ServiceMode.CLOSED, ServiceMode.OPEN), machine.modes());
  }

  @Test
  void resetsWhereNobodyCanCountWhenThatIsSaid() {
    machine.gone(true);
    assertTrue(last(answers(Role.ADMIN, "factory-reset")).startsWith("ERR LOANS_UNKNOWN "));
    answers(Role.ADMIN, "factory-reset lose unknown loans", PASSWORD, "k1", "k1");
    assertEquals(List.of("factory reset"), machine.orders());
  }

  @Test
  void keepsChangeThatTheKioskComesUpWith() {
    List<String> shown =
        answers(Role.CONFIG, "config set session.idle \"9 s\"", "config commit", "config show");
    assertTrue(shown.contains("session.idle\t\"9 s\"  *"), shown::toString);
    assertEquals(List.of("restart"), machine.orders());
    assertTrue(waited.compareTo(Duration.ofMinutes(3)) < 0);
  }

  @Test
  void saysThatChangeWentBackThatTheKioskDoesNotComeUpWith() {
    machine.comesUp(false);
    List<String> shown =
        answers(Role.CONFIG, "config set session.idle \"9 s\"", "config commit", "config show");
    assertTrue(shown.stream().anyMatch(row -> row.startsWith("ERR ROLLED_BACK ")));
    assertTrue(shown.contains("session.idle\t\"60 s\""), shown::toString);
  }

  @Test
  void takesChangeBackItselfWhenNobodyAnswersAnyMore() {
    answers(Role.CONFIG, "config set session.idle \"9 s\"");
    machine.goneAfterRestart();
    List<String> shown = answers(Role.CONFIG, "config commit", "config show");
    assertTrue(shown.stream().anyMatch(row -> row.startsWith("ERR ROLLED_BACK ")));
    assertTrue(shown.contains("session.idle\t\"60 s\""), shown::toString);
    assertEquals(List.of("restart", "restart"), machine.orders());
    assertEquals(Duration.ofMinutes(3), waited);
  }

  @Test
  void refusesASecondChangeWhileTheFirstIsOnTrial() {
    answers(Role.CONFIG, "config set session.idle \"9 s\"");
    machine.commit();
    List<String> shown = answers(Role.CONFIG, "config set session.idle \"8 s\"", "config commit");
    assertTrue(last(shown).startsWith("ERR ANOTHER_ON_TRIAL "), shown::toString);
    assertEquals(List.of(), machine.orders());
    assertEquals("\"8 s\"", machine.gathered().getFirst().after().orElseThrow());
  }

  @Test
  void leavesAChangeForTheNextStartWhereItMayOrderNone() {
    machine.restarts(false);
    List<String> shown =
        answers(Role.CONFIG, "config set session.idle \"9 s\"", "config commit", "config rollback");
    assertTrue(
        shown.stream().anyMatch(row -> row.startsWith("ERR NOT_RESTARTED ")), shown::toString);
    assertTrue(last(shown).startsWith("ERR WENT_BACK_UNSTARTED "), shown::toString);
    assertEquals(Duration.ZERO, waited);
  }

  @Test
  void doesNotLetNoiseFillTheTrail() {
    String[] noise = new String[30];
    Arrays.fill(noise, "~~~");
    List<String> shown = answers(Role.VIEW, noise);
    assertEquals(
        30, shown.stream().filter(row -> row.startsWith("ERR UNKNOWN_WORD")).count());
    assertEquals(5, audit.size());
    assertEquals(Duration.ofSeconds(15), waited);
  }

  @Test
  void endsTheSessionOfWhomTheConfigurationNamesNoMore() {
    ScriptedLine line = new ScriptedLine().type("show status", "show status");
    Talk talk = new Talk(line, ZoneOffset.UTC, new Manner(Tongue.EN, true, false));
    Shell shell = new Shell(
        new Bench(
            talk,
            new Bench.Machine(machine, machine, machine, machine, _ -> {}),
            CheapPasswords.signIn(folder, audit::add),
            new Technician("sato", Role.VIEW)),
        audit::add);
    assertDoesNotThrow(shell::run);
    assertTrue(
        line.shown().getLast().startsWith("You are no longer named"), line.shown()::toString);
    assertEquals(List.of(new ConsoleCommand("sato", "show status", "NOT_ALLOWED")), audit);
  }

  @Test
  void cutsNoVisitShortUnlessItIsToldTo() {
    machine.visited(3);
    List<String> shown = answers(
        Role.ADMIN,
        "config set session.idle \"9 s\"",
        "config commit",
        "config rollback",
        "reboot");
    assertEquals(
        3, shown.stream().filter(row -> row.startsWith("ERR VISIT_UNDER_WAY ")).count());
    assertEquals(List.of(), machine.orders());
    machine.visited(3);
    answers(Role.ADMIN, "config commit now", "config rollback now", "reboot now");
    assertEquals(List.of("restart", "restart", "reboot"), machine.orders());
  }

  @Test
  void saysWhatStandsInTheWay() {
    machine.stick(false);
    assertEquals(
        "ERR NO_STICK No USB stick is plugged in. Format one as FAT with the label KASHIDASHI,"
            + " plug it in, then again.",
        last(answers(Role.TEST, "log export")));
    machine.gone(true);
    assertTrue(last(answers(Role.VIEW, "show health")).startsWith("ERR KIOSK_GONE "));
  }

  @Test
  void tellsMistakesInTheLanguageOfItsTechnician() {
    String order = "config set session.idle wrong";
    assertEquals(
        "session.idle: wrong does not fit; give a length of time, 1 s to 9 s",
        answers(Role.CONFIG, order).get(2));
    manner = new Manner(Tongue.JA, false, false);
    assertEquals(
        "session.idle: wrong は使えません。使える値: 1 s～9 s の時間の長さ。",
        answers(Role.CONFIG, order).get(2));
    // A terminal that knows nothing but ASCII.
    manner = new Manner(Tongue.JA, true, false);
    assertTrue(answers(Role.CONFIG, order).get(2).startsWith("session.idle: wrong does not fit;"));
  }

  @Test
  void tellsWhatIsWrongWithAFileThatCannotBeRead() {
    machine.configurationUnreadable();
    assertTrue(
        last(answers(Role.VIEW, "config check")).startsWith("ERR CONFIGURATION_UNREADABLE "));
    manner = new Manner(Tongue.JA, false, false);
    List<String> shown = answers(Role.VIEW, "config check");
    assertTrue(
        shown.contains("/etc/kashidashi/kiosk.toml: UTF-8 ではありません。UTF-8 で保存してください。"),
        shown::toString);
  }

  @Test
  void doesNothingThatTheRoleDoesNotAllow() {
    for (String order :
        List.of("reboot", "config set session.idle 1", "test reader", "mode open")) {
      assertTrue(last(answers(Role.VIEW, order)).startsWith("ERR NOT_ALLOWED "), order);
    }
    assertTrue(last(answers(Role.TEST, "config commit")).startsWith("ERR NOT_ALLOWED "));
    assertTrue(last(answers(Role.CONFIG, "reboot")).startsWith("ERR NOT_ALLOWED "));
    assertEquals(List.of(), machine.orders());
  }

  @Test
  void leavesWhatCouldBeSentElsewhereToAdministrators() {
    String order = "config set session.idle \"redirected\"";
    String refused = last(answers(Role.CONFIG, order));
    assertEquals(
        "ERR NOT_ALLOWED This needs the role admin; yours is config. Ask somebody with that role, or"
            + " whoever keeps console.technicians.",
        refused);
    assertEquals(
        new ConsoleCommand("yamada", "config set session.idle", "NOT_ALLOWED"), audit.getLast());
    assertEquals("OK", last(answers(Role.ADMIN, order, PASSWORD)));
    assertTrue(last(answers(Role.ADMIN, order, "not it")).startsWith("ERR NOT_PROVEN "));
  }

  @Test
  void notesEveryOrderWithoutWhatOnlyTheTechnicianChose() {
    answers(
        Role.CONFIG,
        "sh st",
        "config set session.idle \"secret\"",
        "config set my.password hunter2",
        "long enough to keep",
        "reboot");
    assertEquals(
        List.of(
            new ConsoleCommand("yamada", "show status", ""),
            new ConsoleCommand("yamada", "config set session.idle", ConsoleCommand.ORDERED),
            new ConsoleCommand("yamada", "config set session.idle", ""),
            new ConsoleCommand("yamada", "config set", ConsoleCommand.ORDERED),
            new ConsoleCommand("yamada", "config set", "WRONG_VALUE"),
            new ConsoleCommand("yamada", "", "UNKNOWN_WORD"),
            new ConsoleCommand("yamada", "reboot", "NOT_ALLOWED")),
        audit);
  }

  @Test
  void givesPasswordThatIsLongEnoughAndTypedTwice() throws IOException {
    CheapPasswords.in(folder)
        .set(new Technician("yamada", Role.VIEW), "the one before".toCharArray());
    assertTrue(last(answers(Role.VIEW, "password", "the one before", "short", "short"))
        .startsWith("ERR PASSWORD_UNFIT "));
    assertTrue(last(answers(
            Role.VIEW, "password", "the one before", "long enough to keep", "another one here"))
        .startsWith("ERR PASSWORD_UNFIT "));
    List<String> shown = answers(
        Role.VIEW, "password", "the one before", "long enough to keep", "long enough to keep");
    assertEquals("OK", last(shown));
    assertFalse(shown.toString().contains("enough to keep"));
    assertEquals(
        "OK",
        last(answers(
            Role.VIEW, "password", "long enough to keep", "and yet another", "and yet another")));
  }

  @Test
  void givesNoPasswordToWhoeverFindsALineSignedIn() throws IOException {
    CheapPasswords.in(folder)
        .set(new Technician("yamada", Role.VIEW), "the one before".toCharArray());
    String before = Files.readString(folder.resolve("passwords"));
    List<String> shown =
        answers(Role.ADMIN, "password", "a guess at it", "a new password", "a new password");
    assertTrue(shown.stream().anyMatch(row -> row.startsWith("ERR NOT_PROVEN ")), shown::toString);
    // The configuration names them, so that their role is no longer a matter of this file.
    assertEquals(
        before.replace(":view:", ":named:"), Files.readString(folder.resolve("passwords")));
    assertTrue(audit.contains(new ConsoleSignIn(
        "ttyS0", "yamada", ConsoleSignIn.Way.PASSWORD, ConsoleSignIn.Result.REFUSED)));
  }
}
