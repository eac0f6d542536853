package org.kashidashi.central.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.config.ConfigFile;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.store.Rows;

class StaffCommandsTest {
  private static final String DELETE = "DELETE FROM staff_audit RETURNING number";
  private static final String PASSWORD = "棚の上の青い本 番号四二";

  @TempDir
  private Path folder = Path.of("");

  private final CommandRun command = new CommandRun();
  private final StringWriter out = command.out();
  private final StringWriter err = command.err();

  @BeforeEach
  void load() throws Exception {
    Files.writeString(folder.resolve("central.toml"), CommandRun.config(0) + """
        [person]
        keep = ["NAME", "ADDRESS", "BIRTH_DATE"]
        """);
    CentralConfig config = new ConfigFile(folder.resolve("central.toml")).read();
    DemoLibrary.load(config);
  }

  @Test
  void makesAnAccountWhosePasswordIsNeverAnArgument() throws Exception {
    assertEquals(ExitCode.OK, add("hanako"), err.toString());
    assertEquals(ExitCode.OK, run("", "staff", "list"));
    assertTrue(
        out.toString().lines().anyMatch(line -> line.matches("hanako +CIRCULATION REGISTRATION")),
        out.toString());
    assertTrue(Rows.of(folder.resolve("central.db"), "SELECT password FROM staff")
        .getFirst()
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    assertFalse((out.toString() + err).contains("青い本"));
  }

  @Test
  void makesNoAccountTwice() {
    assertEquals(ExitCode.OK, add("hanako"));
    assertEquals(ExitCode.STAFF, add("hanako"));
    assertTrue(err.toString().contains("central staff list"), err.toString());
  }

  @Test
  void wantsALongPasswordAndARole() {
    assertEquals(ExitCode.USAGE, run("short\n", "staff", "add", "hanako", "--role", "CIRCULATION"));
    assertTrue(err.toString().contains("need 12 to 256"), err.toString());
    assertEquals(ExitCode.USAGE, run(PASSWORD + "\n", "staff", "add", "hanako"));
    assertEquals(
        ExitCode.USAGE, run(PASSWORD + "\n", "staff", "add", "Hanako", "--role", "CIRCULATION"));
    assertEquals(ExitCode.USAGE, run("", "staff", "add", "hanako", "--role", "CIRCULATION"));
  }

  @Test
  void makesNoAccountOfTheNameUnderWhichTheOperatorIsWrittenDown() throws Exception {
    assertEquals(ExitCode.USAGE, add("operator"));
    assertTrue(
        err.toString().contains("staff name 'operator' stands in the audit for whoever"),
        err.toString());
    assertEquals(List.of(), passwords());
    assertEquals(ExitCode.OK, add("operator-2"));
  }

  /** It is the 20th of November 2026. */
  @Test
  void removesLinesOfTheAuditThatAreOlderThanTheLibraryKeepsThem() throws Exception {
    for (String day : List.of("2025-10-31T23:59:59.999Z", "2025-11-01T00:00:00Z", "2026-11-19")) {
      written(day);
    }
    assertEquals(ExitCode.OK, run("", "audit", "--prune"), err.toString());
    assertEquals(
        "1 lines of before 2025-11 are removed, and what was left of 0 removed links",
        out.toString().trim());
    assertEquals(
        List.of(
            "2025-11-01T00:00:00Z hanako LINK",
            "2026-11-19 hanako LINK",
            "2026-11-20T05:05:00Z operator PRUNE_AUDIT"),
        audited());

    Files.writeString(
        folder.resolve("central.toml"),
        Files.readString(folder.resolve("central.toml")) + "[audit]\nkeep_months = 1\n");
    assertEquals(ExitCode.OK, run("", "audit", "--prune"), err.toString());
    assertEquals(
        List.of(
            "2026-11-19 hanako LINK",
            "2026-11-20T05:05:00Z operator PRUNE_AUDIT",
            "2026-11-20T05:05:00Z operator PRUNE_AUDIT"),
        audited());
    assertEquals(ExitCode.OK, run("", "audit", "--prune"), err.toString());
    assertEquals(3, audited().size());
  }

  @Test
  void letsNoLineGoThatTheLibraryKeepsStill() throws Exception {
    written("2025-10-31T23:59:59.999Z");
    written("2025-11-01T00:00:00Z");
    assertThrows(SQLException.class, () -> Rows.of(folder.resolve("central.db"), DELETE));
    assertEquals(ExitCode.OK, run("", "audit", "--prune"), err.toString());
    assertThrows(SQLException.class, () -> Rows.of(folder.resolve("central.db"), DELETE));
    assertEquals(2, audited().size());
    assertEquals(ExitCode.USAGE, run("", "audit", "--prune", "--patron", "9999900120"));
  }

  @Test
  void setsAPasswordAnewAndRemovesAnAccount() throws Exception {
    assertEquals(ExitCode.STAFF, run(PASSWORD + "\n", "staff", "password", "hanako"));
    assertEquals(ExitCode.STAFF, run("", "staff", "remove", "hanako"));
    add("hanako");
    List<String> before = passwords();
    assertEquals(ExitCode.OK, run(PASSWORD + "\n", "staff", "password", "hanako"));
    assertFalse(passwords().equals(before));
    assertEquals(ExitCode.OK, run("", "staff", "remove", "hanako"));
    assertEquals(List.of(), passwords());
    assertEquals(
        List.of(
            "hanako central itself SET_PASSWORD NOTHING_DONE",
            "hanako central itself REMOVE_ACCOUNT NOTHING_DONE",
            "hanako central itself ADD_ACCOUNT OK",
            "hanako central itself SET_PASSWORD OK",
            "hanako central itself REMOVE_ACCOUNT OK"),
        Rows.of(
            folder.resolve("central.db"),
            "SELECT staff, station, action, outcome FROM staff_audit ORDER BY number"));
  }

  @Test
  void showsAndErasesNobodyWhoIsNotKeptAndWritesItDown() {
    assertEquals(ExitCode.STAFF, run("", "person", "show", "9999999999"));
    assertTrue(err.toString().contains("no such library card"), err.toString());
    assertEquals(ExitCode.OK, run("", "person", "show", "9999900120"));
    assertEquals("""
        no name, address or birth date is kept
        link        made on 2026-11-20
        card key    none
        old link    none
        on loan     0 items
        """, out.toString());
    out.getBuffer().setLength(0);
    assertEquals(ExitCode.STAFF, run("", "person", "erase", "9999900120"));
    assertTrue(err.toString().contains("nothing is kept"), err.toString());
    assertEquals(ExitCode.OK, run("", "audit", "--patron", "9999900120"));
    List<String> lines = out.toString().lines().toList();
    assertEquals(3, lines.size(), out.toString());
    assertTrue(
        lines
            .getLast()
            .matches(".*operator +central itself +ERASE_PERSON +NO_PERSON_KEPT +[0-9a-f]{16}"),
        lines.getLast());
  }

  @Test
  void loadsOldLinksOnlyWhereTheLibraryAllowsIt() throws Exception {
    Path csv = Files.writeString(
        folder.resolve("old.csv"), "serial,patron\n0FF0,9999900120\n00ff,9999900237\n");
    assertEquals(ExitCode.CONFIGURATION, run("", "load-old-links", csv.toString()));
    assertTrue(err.toString().contains("old_method.import"), err.toString());
    Files.writeString(
        folder.resolve("central.toml"),
        Files.readString(folder.resolve("central.toml")) + "[old_method]\nimport = true\n");
    assertEquals(ExitCode.OK, run("", "load-old-links", csv.toString()), err.toString());
    assertEquals(List.of("0"), oldLinks("COUNT(*)"), "of patrons who are linked");
    Rows.of(folder.resolve("central.db"), "DELETE FROM links RETURNING state");
    assertEquals(ExitCode.OK, run("", "load-old-links", csv.toString()), err.toString());
    assertEquals(List.of("2 64"), oldLinks("COUNT(*), MAX(length(digest))"));
    Files.writeString(csv, "serial,patron\nxyz,9999900120\n0FF0,9999999999\n");
    assertEquals(ExitCode.FILES, run("", "load-old-links", csv.toString()));
    assertTrue(err.toString().contains("old.csv:2: serial"), err.toString());
    assertTrue(err.toString().contains("old.csv:3: patron"), err.toString());
  }

  private void written(String at) throws Exception {
    Rows.of(
        folder.resolve("central.db"),
        "INSERT INTO staff_audit (at, staff, station, action, outcome) VALUES ('%s', 'hanako', 'c1',"
                .formatted(at)
            + " 'LINK', 'OK') RETURNING number");
  }

  private List<String> audited() throws Exception {
    return Rows.of(
        folder.resolve("central.db"), "SELECT at, staff, action FROM staff_audit ORDER BY number");
  }

  private List<String> oldLinks(String what) throws Exception {
    return Rows.of(folder.resolve("central.db"), "SELECT " + what + " FROM old_links");
  }

  private List<String> passwords() throws Exception {
    return Rows.of(folder.resolve("central.db"), "SELECT password FROM staff");
  }

  private int add(String name) {
    return run(
        PASSWORD + "\n", "staff", "add", name, "--role", "CIRCULATION", "--role", "REGISTRATION");
  }

  private int run(String typed, String... arguments) {
    InputStream input = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--config";
    all[arguments.length + 1] = folder.resolve("central.toml").toString();
    return command.execute(input, all);
  }
}
