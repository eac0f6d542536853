package org.kashidashi.central.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.central.CentralClient;
import org.kashidashi.central.config.ConfigFile;
import org.kashidashi.central.identity.TestKiosk;
import org.kashidashi.central.identity.TestKiosk.Papers;
import org.kashidashi.central.server.CentralServer;
import org.kashidashi.central.store.Rows;

class KioskCommandsTest {
  @TempDir
  private Path folder = Path.of("");

  private final CommandRun command = new CommandRun();
  private final StringWriter out = command.out();
  private final StringWriter err = command.err();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("plain.toml"), CommandRun.config(0));
    Files.writeString(
        folder.resolve("central.toml"), CommandRun.config(0) + "[tls]\nnames = [\"127.0.0.1\"]\n");
  }

  @Test
  void printsNothingButTheCodeOnStandardOutput() {
    assertEquals(ExitCode.OK, run("enrol", "k1"), err.toString());
    assertTrue(out.toString().strip().matches("([0-9A-Z]{4}-){7}[0-9A-Z]{4}"), out.toString());
    assertTrue(err.toString().contains("within 24 hours"), err.toString());
  }

  @Test
  void keepsTheAuthorityForTheOwnerOnly() throws IOException {
    run("enrol", "k1");
    Path authority = folder.resolve("central.db.authority");
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(authority)));
    Path file = authority.resolve("authority.pem");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (var files = Files.list(authority)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void keepsNoSecretInTheDatabase() throws Exception {
    run("enrol", "k1");
    String secret = out.toString().substring(0, 19).replace("-", "");
    List<String> digests =
        Rows.of(folder.resolve("central.db"), "SELECT digest FROM enrolment_codes");
    assertEquals(64, digests.getFirst().length());
    assertFalse(digests.getFirst().contains(secret));
  }

  @Test
  void enrolsRevokesAndListsBesideARunningCentral() throws Exception {
    try (CentralServer server = start()) {
      Papers papers = enrolled(server);
      out.getBuffer().setLength(0);
      try (TestKiosk kiosk = TestKiosk.of(papers, server.port(), "k1", CentralClient.CLOCK)) {
        assertEquals(200, kiosk.lookUp().statusCode());
        assertEquals(ExitCode.OK, run("kiosks"));
        assertEquals(
            List.of(
                "KIOSK                             STATE     VALID UNTIL           LAST SEEN",
                "k1                                ENROLLED  2027-05-18T05:05:00Z  "
                    + "2026-11-20T05:05:00Z"),
            out.toString().lines().toList());
        assertEquals(ExitCode.OK, run("revoke", "k1"));
        assertTrue(kiosk.lookUp().body().contains("kiosk_revoked"));
      }
    }
    out.getBuffer().setLength(0);
    run("kiosks");
    assertTrue(out.toString().contains("REVOKED   -  "), out.toString());
  }

  @Test
  void tellsThatAKioskIsUnknownOrCannotBe() {
    assertEquals(ExitCode.KIOSK, run("revoke", "k9"));
    assertTrue(err.toString().contains("there is no kiosk 'k9'"), err.toString());
    assertEquals(ExitCode.USAGE, run("enrol", "K 1"));
  }

  @Test
  void tellsThatKiosksDoNotAuthenticateWithoutTls() {
    assertEquals(ExitCode.CONFIGURATION, execute("enrol", "k1", "--config", path("plain.toml")));
    assertTrue(err.toString().contains("no section [tls]"), err.toString());
  }

  @Test
  void refusesToStartWithoutTheAuthorityThatKiosksTrust() throws Exception {
    try (CentralServer server = start()) {
      enrolled(server);
    }
    Path file = folder.resolve("central.db.authority/authority.pem");
    byte[] good = Files.readAllBytes(file);
    Files.delete(file);
    assertRefused("is missing: restore it from the backup");
    assertFalse(Files.exists(file));

    Files.write(file, new byte[0]);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertRefused("is damaged");
    Files.write(file, good);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertRefused("run chmod 600");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    start().close();
  }

  @Test
  void refusesToStartWithAnotherAuthority() throws Exception {
    try (CentralServer server = start()) {
      enrolled(server);
    }
    Path file = folder.resolve("central.db.authority/authority.pem");
    Path other = folder.resolve("other");
    Files.createDirectory(other);
    Files.writeString(
        other.resolve("central.toml"), CommandRun.config(0) + "[tls]\nnames = [\"a.example\"]\n");
    execute("enrol", "k1", "--config", other.resolve("central.toml").toString());
    Files.write(file, Files.readAllBytes(other.resolve("central.db.authority/authority.pem")));
    assertRefused("is not the one that kiosks of this database trust");
  }

  @Test
  void putsBackWhatABackupOfARunningCentralHolds() throws Exception {
    String backup = path("backup");
    Papers papers;
    try (CentralServer server = start()) {
      papers = enrolled(server);
      assertEquals(ExitCode.OK, run("backup", backup), err.toString());
      assertEquals(ExitCode.FILES, run("backup", backup));
      assertEquals(ExitCode.DATABASE, run("restore", backup, "--replace"));
      assertTrue(err.toString().contains("central runs on database"), err.toString());
      server.revoke("k1");
    }
    try (var files = Files.list(folder.resolve("backup"))) {
      for (Path file : files.toList()) {
        assertEquals(
            "rw-------",
            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
            file.toString());
      }
    }
    assertEquals(ExitCode.FILES, run("restore", backup));
    assertTrue(err.toString().contains("with --replace"), err.toString());
    assertEquals(ExitCode.OK, run("restore", backup, "--replace"), err.toString());
    assertTrue(
        Files.exists(folder.resolve("central.db.replaced-20261120T050500Z").resolve("central.db")));
    try (CentralServer server = start();
        TestKiosk kiosk = TestKiosk.of(papers, server.port(), "k1", CentralClient.CLOCK)) {
      assertEquals(200, kiosk.lookUp().statusCode());
    }
  }

  @Test
  void letsAKioskThatRenewedAfterTheBackupComeBackByEnrollingAgain() throws Exception {
    String backup = path("backup");
    Papers old;
    Papers renewed;
    try (CentralServer server = start()) {
      old = enrolled(server);
      assertEquals(ExitCode.OK, run("backup", backup), err.toString());
      KeyPair pair = TestKiosk.keys();
      try (TestKiosk kiosk = TestKiosk.of(old, server.port(), "k1", CentralClient.CLOCK)) {
        renewed = TestKiosk.papers(pair, kiosk.renew(pair));
      }
    }
    assertEquals(ExitCode.OK, run("restore", backup, "--replace"), err.toString());
    try (CentralServer server = start();
        TestKiosk before = TestKiosk.of(old, server.port(), "k1", CentralClient.CLOCK);
        TestKiosk since = TestKiosk.of(renewed, server.port(), "k1", CentralClient.CLOCK)) {
      // What the backup knows is good; what was given after it is not, and cannot be renewed.
      assertEquals(200, before.lookUp().statusCode());
      assertKioskRevoked(since.lookUp());
      assertKioskRevoked(since.renew(TestKiosk.keys()));
      out.getBuffer().setLength(0);
      try (TestKiosk again =
          TestKiosk.of(enrolled(server), server.port(), "k1", CentralClient.CLOCK)) {
        assertEquals(200, again.lookUp().statusCode());
      }
    }
  }

  @Test
  void putsABackupOnAnEmptyMachine() throws Exception {
    run("enrol", "k1");
    run("backup", path("backup"));
    for (String name : List.of("central.db", "central.db.key")) {
      Files.delete(folder.resolve(name));
    }
    Files.delete(folder.resolve("central.db.authority/authority.pem"));
    Files.delete(folder.resolve("central.db.authority"));
    assertEquals(ExitCode.OK, run("restore", path("backup")), err.toString());
    assertFalse(Files.exists(folder.resolve("central.db.restoring")));
    start().close();
  }

  @Test
  void changesNothingWhenABackupIsDamaged() throws Exception {
    run("enrol", "k1");
    run("backup", path("backup"));
    Path copy = folder.resolve("backup/central.db");
    byte[] bytes = Files.readAllBytes(copy);
    bytes[5000] ^= 1;
    Files.write(copy, bytes);
    byte[] before = Files.readAllBytes(folder.resolve("central.db.key"));
    assertEquals(ExitCode.FILES, run("restore", path("backup"), "--replace"));
    assertTrue(err.toString().contains("is damaged"), err.toString());
    assertEquals(ExitCode.FILES, run("restore", path("nothing"), "--replace"));
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("central.db.key")));
    start().close();
  }

  @Test
  void doesNotStartOnHalfOfARestoredBackup() throws Exception {
    run("enrol", "k1");
    run("backup", path("backup"));
    // As after a power cut between putting aside and moving in.
    Files.createDirectory(folder.resolve("central.db.restoring"));
    Files.delete(folder.resolve("central.db"));
    assertRefused("run 'central restore' again");
    assertEquals(ExitCode.OK, run("restore", path("backup")), err.toString());
    start().close();
  }

  private CentralServer start() throws Exception {
    return CentralServer.start(
        new ConfigFile(folder.resolve("central.toml")).read(), CentralClient.CLOCK);
  }

  private Papers enrolled(CentralServer server) throws Exception {
    assertEquals(ExitCode.OK, run("enrol", "k1"), err.toString());
    String secret = out.toString().strip().substring(0, 19).replace("-", "");
    X509Certificate authority = TestKiosk.authority(folder.resolve("central.db.authority"));
    KeyPair pair = TestKiosk.keys();
    try (TestKiosk stranger =
        TestKiosk.stranger(authority, server.port(), "k1", CentralClient.CLOCK)) {
      return TestKiosk.papers(pair, stranger.enrol(secret, pair));
    }
  }

  private static void assertKioskRevoked(HttpResponse<String> answer) {
    assertEquals(403, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("kiosk_revoked"), answer.body());
  }

  private void assertRefused(String message) {
    err.getBuffer().setLength(0);
    assertEquals(ExitCode.DATABASE, run("run"));
    assertTrue(err.toString().contains(message), err.toString());
  }

  /** With the configuration of this test's central. */
  private int run(String command, String... rest) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of(rest));
    arguments.addAll(List.of("--config", path("central.toml")));
    return execute(arguments.toArray(String[]::new));
  }

  private int execute(String... arguments) {
    return command.execute(arguments);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }
}
