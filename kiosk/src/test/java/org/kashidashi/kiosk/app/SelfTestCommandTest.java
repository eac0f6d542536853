package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.sync.store.Store;
import org.kashidashi.sync.store.StoreSettings;

final class SelfTestCommandTest {
  private static final int USAGE = 2;

  @TempDir
  Path folder = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void writesLoansAndFindsThemAgain() throws Exception {
    assertEquals(0, selfTest("--loans", "3"), err::toString);
    assertTrue(lastLine().endsWith(": 0 loans waited, 3 were written, 3 wait"), lastLine());
    assertEquals(0, selfTest("--loans", "2"), err::toString);
    assertTrue(lastLine().endsWith(": 3 loans waited, 2 were written, 5 wait"), lastLine());
    try (Store store = open("self-test")) {
      List<String> items =
          store.pending(10).stream().map(entry -> entry.item().number()).toList();
      assertEquals(
          List.of(
              "SELFTEST000000",
              "SELFTEST000001",
              "SELFTEST000002",
              "SELFTEST000003",
              "SELFTEST000004"),
          items);
    }
  }

  @Test
  void onlyCountsWhenNoLoanIsToBeWritten() {
    selfTest("--loans", "1");
    assertEquals(0, selfTest("--loans", "0"), err::toString);
    assertTrue(lastLine().endsWith(": 1 loans waited, 0 were written, 1 wait"), lastLine());
  }

  @Test
  void listsTheSameLoansEachTime() {
    selfTest("--loans", "2");
    List<String> first = listed();
    assertEquals(2, first.size(), first::toString);
    assertTrue(
        first
            .getLast()
            .matches("self-test\\.[0-9a-f]{16}\\.1\\.2 schema 1 patron self-test"
                + " item SELFTEST000001 lent \\S+Z clock UNKNOWN due \\S+ flags \\[OFFLINE]"),
        first.getLast());
    assertEquals(first, listed());
    selfTest("--loans", "1");
    List<String> later = listed();
    assertEquals(first, later.subList(0, 2));
    assertEquals(3, new HashSet<>(later).size(), later::toString);
  }

  @Test
  void refusesTheDatabaseOfAKiosk() throws Exception {
    open("k1").close();
    assertEquals(Troubles.FILES, selfTest());
    assertTrue(err.toString().contains("k1"), err::toString);
    assertEquals("", out.toString());
  }

  @Test
  void saysThatTheDirectoryIsNotThere() {
    assertEquals(
        Troubles.FILES, run("self-test", "--directory", folder.resolve("none").toString()));
    assertTrue(err.toString().contains("none"), err::toString);
  }

  @Test
  void saysThatADatabaseIsNone() throws Exception {
    Files.writeString(folder.resolve(Wiring.STORE_FILE), "no database".repeat(1_000));
    assertEquals(Troubles.FILES, selfTest());
    assertTrue(err.toString().contains(Wiring.STORE_FILE), err::toString);
  }

  @Test
  void refusesAnImpossibleNumberOfLoans() {
    assertEquals(USAGE, selfTest("--loans", "-1"));
    assertTrue(err.toString().contains("--loans -1"), err::toString);
    assertEquals(USAGE, selfTest("--loans", "many"));
  }

  private Store open(String kiosk) throws Exception {
    return Store.open(
        StoreSettings.of(folder.resolve(Wiring.STORE_FILE), kiosk), new SecureRandom());
  }

  private List<String> listed() {
    out.getBuffer().setLength(0);
    assertEquals(0, selfTest("--loans", "0", "--list"), err::toString);
    List<String> lines = out.toString().lines().toList();
    return lines.subList(0, lines.size() - 1);
  }

  private String lastLine() {
    return out.toString().lines().toList().getLast();
  }

  private int selfTest(String... rest) {
    List<String> arguments =
        new ArrayList<>(List.of("self-test", "--directory", folder.toString()));
    arguments.addAll(List.of(rest));
    return run(arguments.toArray(String[]::new));
  }

  private int run(String... arguments) {
    return Commands.line()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
