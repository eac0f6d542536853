package org.kashidashi.central.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.store.Rows;

class CentralCommandTest {
  @TempDir
  private Path folder = Path.of("");

  private final CommandRun command = new CommandRun();
  private final StringWriter out = command.out();
  private final StringWriter err = command.err();

  @BeforeEach
  void write() throws IOException {
    writeConfig(8620);
    for (String name : new String[] {"patrons.csv", "items.csv", "links.csv"}) {
      try (InputStream stream = DemoLibrary.class.getResourceAsStream(name)) {
        Files.write(folder.resolve(name), stream == null ? new byte[0] : stream.readAllBytes());
      }
    }
  }

  @Test
  void tellsItsVersion() {
    assertEquals(ExitCode.OK, run("version"));
    assertEquals("central development", out.toString().strip());
  }

  @Test
  void tellsItsVersionEverywhere() {
    assertEquals(ExitCode.OK, run("load", "--version"));
    assertEquals("central development", out.toString().strip());
  }

  @Test
  void tellsItsCommands() {
    assertEquals(ExitCode.OK, run("--help"));
    for (String command : new String[] {
      "run", "load", "enrol", "revoke", "kiosks", "backup", "restore", "check-config", "version"
    }) {
      assertTrue(out.toString().contains("  " + command + " "), out.toString());
    }
  }

  @Test
  void asksForACommand() {
    assertEquals(ExitCode.USAGE, run());
    assertTrue(err.toString().contains("backup, restore, check-config or version"), err.toString());
  }

  @Test
  void refusesAnUnknownOption() {
    assertEquals(ExitCode.USAGE, run("version", "--loud"));
  }

  @Test
  void findsAGoodConfigurationGood() {
    assertEquals(ExitCode.OK, run("check-config", path("central.toml")));
    assertTrue(out.toString().strip().endsWith("central.toml is good"), out.toString());
  }

  @Test
  void tellsMistakesInTheConfiguration() throws IOException {
    writeConfig(70_000);
    assertEquals(ExitCode.CONFIGURATION, run("check-config", path("central.toml")));
    assertTrue(
        err.toString().contains("central.toml:7: 'listen.port' is \"70000\""), err.toString());
  }

  @Test
  void loadsFiles() throws Exception {
    assertEquals(ExitCode.OK, load(), err.toString());
    assertEquals("loaded 35 rows", out.toString().strip());
    assertEquals(
        "8",
        Rows.of(folder.resolve("central.db"), "SELECT COUNT(*) FROM patrons").getFirst());
  }

  @Test
  void tellsWrongRows() throws IOException {
    Files.writeString(folder.resolve("items.csv"), "barcode,title,class\n1,a,NONE\n");
    assertEquals(ExitCode.FILES, load());
    assertTrue(err.toString().contains("items.csv:2: class: write one of"), err.toString());
    assertTrue(err.toString().contains("nothing was loaded"), err.toString());
  }

  @Test
  void tellsThatAFileIsMissing() throws IOException {
    Files.delete(folder.resolve("links.csv"));
    assertEquals(ExitCode.FILES, load());
    assertTrue(err.toString().contains("links.csv"), err.toString());
  }

  @Test
  void tellsThatTheDatabaseIsNone() throws IOException {
    Files.writeString(folder.resolve("central.db"), "no database ".repeat(500));
    assertEquals(ExitCode.DATABASE, load());
    assertTrue(err.toString().contains("restore a backup"), err.toString());
  }

  @Test
  void tellsThatThePortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      writeConfig(taken.getLocalPort());
      assertEquals(ExitCode.ADDRESS, run("run", "--config", path("central.toml")));
      assertTrue(err.toString().contains("set another listen.port"), err.toString());
    }
  }

  private int load() {
    return run(
        "load",
        "--config",
        path("central.toml"),
        "--patrons",
        path("patrons.csv"),
        "--items",
        path("items.csv"),
        "--links",
        path("links.csv"));
  }

  private int run(String... arguments) {
    return command.execute(arguments);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void writeConfig(int port) throws IOException {
    Files.writeString(folder.resolve("central.toml"), CommandRun.config(port));
  }
}
