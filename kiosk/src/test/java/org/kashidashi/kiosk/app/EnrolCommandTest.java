package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.server.CentralServer;
import org.kashidashi.central.store.StoreException;

final class EnrolCommandTest {
  private static final int USAGE = 2;

  @TempDir
  Path folder = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final InputStream standardInput = System.in;

  @SuppressWarnings("NullAway.Init")
  private CentralServer central;

  @BeforeEach
  void startCentral() throws Exception {
    // The command takes the machine's clock, so central must, too.
    central =
        DemoLibrary.startSecured(folder, "127.0.0.1", 0, List.of("127.0.0.1"), Clock.systemUTC());
    Files.createDirectory(folder.resolve("kiosk"));
  }

  @AfterEach
  void stopCentral() throws StoreException {
    System.setIn(standardInput);
    central.close();
  }

  @Test
  void asksForTheCodeOnTheErrorStreamAndEnrols() throws Exception {
    type(central.enrolmentCode("k1") + "\n");

    int code = enrol(central.port());

    assertEquals(0, code, err::toString);
    assertEquals("The code that `central enrol k1` printed: ", err.toString());
    assertTrue(
        out.toString().startsWith("Kiosk 'k1' is enrolled at the central of library 'demo'."),
        out::toString);
    assertTrue(Files.exists(identity()));
  }

  @Test
  void takesTheCodeFromTheCommandLine() throws Exception {
    assertEquals(0, enrol(central.port(), "--code", central.enrolmentCode("k1")), err::toString);
  }

  @Test
  void saysWhichGroupIsMistyped() throws Exception {
    type("0123-4567-89A\n");

    assertEquals(USAGE, enrol(central.port()));

    assertTrue(err.toString().contains("look at group 3"), err::toString);
    assertFalse(err.toString().contains("89A"), err::toString);
  }

  @Test
  void saysThatCentralDoesNotAnswer() throws Exception {
    assertEquals(Troubles.FILES, enrol(freePort(), "--code", central.enrolmentCode("k1")));

    assertTrue(err.toString().contains("did not enrol the kiosk"), err::toString);
  }

  @Test
  void saysThatTheCodeIsRefused() throws Exception {
    assertEquals(1, enrol(central.port(), "--code", central.enrolmentCode("k2")));

    assertTrue(err.toString().contains("central refuses to enrol kiosk 'k1'"), err::toString);
    assertFalse(Files.exists(identity()));
  }

  @Test
  void saysThatSomebodyElseAnswers() throws Exception {
    String code = central.enrolmentCode("k1");
    String other = code.substring(0, 20) + "0000-0000-0000-0000";

    assertEquals(1, enrol(central.port(), "--code", other));

    assertTrue(err.toString().contains("is not the central that gave this code"), err::toString);
  }

  @Test
  void leavesADamagedIdentityAlone() throws Exception {
    Files.createDirectory(identity().resolveSibling(""));
    Files.writeString(identity(), "damaged");
    Files.setPosixFilePermissions(identity(), PosixFilePermissions.fromString("rw-------"));

    assertEquals(Troubles.FILES, enrol(central.port(), "--code", central.enrolmentCode("k1")));

    assertTrue(err.toString().contains("is damaged"), err::toString);
    assertEquals("damaged", Files.readString(identity()));
  }

  @Test
  void saysThatACentralWithoutTlsEnrolsNobody() throws Exception {
    Path config = config("http://127.0.0.1:8080");

    assertEquals(Troubles.CONFIGURATION, run("enrol", "--config", config.toString()));

    assertTrue(err.toString().contains("https://"), err::toString);
  }

  private static void type(String line) {
    System.setIn(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
  }

  private int enrol(int port, String... more) throws IOException {
    String[] arguments = new String[3 + more.length];
    arguments[0] = "enrol";
    arguments[1] = "--config";
    arguments[2] = config("https://127.0.0.1:" + port).toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return run(arguments);
  }

  private int run(String... arguments) {
    return Commands.line()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private Path config(String url) throws IOException {
    String example = Files.readString(Path.of("..", "packaging", "examples", "kiosk-test.toml"));
    return Files.writeString(
        folder.resolve("kiosk.toml"),
        example
            .replace("id = \"trial\"", "id = \"k1\"")
            .replace("/tmp/kashidashi-trial\"", folder.resolve("kiosk") + "\"")
            .replaceAll("url = \".*\"", "url = \"" + url + "\""));
  }

  private Path identity() {
    return folder.resolve("kiosk/identity/identity.pem");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
