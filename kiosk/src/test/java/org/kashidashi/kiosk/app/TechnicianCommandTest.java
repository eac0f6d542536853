package org.kashidashi.kiosk.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.kiosk.console.signin.KeyHolder;

/** A technician's key and their reply, on their own machine. */
final class TechnicianCommandTest {
  private static final String CHALLENGE =
      "kashidashi-console-1 k1 yamada AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GG";

  @TempDir
  Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Commands.line()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private String key() {
    return folder.resolve("yamada.pem").toString();
  }

  private void makeKey() {
    makeKey(folder.resolve("no such file"));
  }

  private void makeKey(Path config) {
    assertEquals(
        0,
        run(
            "technician",
            "key",
            "yamada",
            "--role",
            "admin",
            "--out",
            key(),
            "--config",
            config.toString()),
        err::toString);
  }

  /** A machine whose configuration names sato. */
  private Path config() throws IOException {
    return Files.writeString(folder.resolve("kiosk.toml"), """
        [kiosk]
        id = "k1"
        state_directory = "%s"

        [console]
        technicians = ["sato:test"]
        """.formatted(folder.resolve("state")));
  }

  private String trail() throws IOException {
    try (var files = Files.newDirectoryStream(folder.resolve("state"), "audit-*.jsonl")) {
      return Files.readString(files.iterator().next());
    }
  }

  private int typed(String secret, String... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream((secret + "\n").getBytes(US_ASCII)));
    try {
      return run(arguments);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void setsPasswordAtFullCostThatIsBoundToTheConfiguration() throws IOException {
    String config = config().toString();
    assertEquals(
        0, typed("long enough to keep", "technician", "password", "--config", config, "sato"));
    assertEquals(
        0,
        typed(
            "long enough to keep",
            "technician",
            "password",
            "--config",
            config,
            "--role",
            "view",
            "suzuki"));
    String passwords = Files.readString(folder.resolve("state/console/passwords"));
    assertTrue(passwords.contains("sato:named:$argon2id$v=19$m=19456,t=2,p=1$"), passwords);
    assertTrue(passwords.contains("suzuki:view:$argon2id$v=19$m=19456,t=2,p=1$"), passwords);
    assertNotEquals(
        0, typed("x", "technician", "password", "--config", config, "--role", "admin", "sato"));
    assertEquals(passwords, Files.readString(folder.resolve("state/console/passwords")));
  }

  @Test
  void notesWhatItGivesAndTakesInTheOrderOfItsStarts() throws IOException {
    Path config = config();
    makeKey(config);
    assertEquals(
        0, typed("long enough to keep", "technician", "password", "--config", config + "", "sato"));
    assertEquals(0, run("technician", "remove", "--config", config.toString(), "sato"));
    assertEquals(1, run("technician", "remove", "--config", config.toString(), "sato"));
    String tail = "\"kind\":\"technician_changed\",\"technician\":\"%s\",\"change\":\"%s\"}";
    List<String> lines = trail().lines().toList();
    assertEquals(3, lines.size());
    assertTrue(lines.get(0).endsWith(tail.formatted("yamada", "key_made")), lines::toString);
    assertTrue(lines.get(1).endsWith(tail.formatted("sato", "password_set")), lines::toString);
    assertTrue(lines.get(2).endsWith(tail.formatted("sato", "password_removed")), lines::toString);
    for (int i = 0; i < 3; i++) {
      String source = "\"source\":\"technician\",\"epoch\":%d,\"sequence\":1,".formatted(i + 1);
      assertTrue(lines.get(i).contains(source), lines::toString);
    }
  }

  @Test
  void makesKeyThatTheConfigurationCanName() throws IOException {
    makeKey();
    KeyHolder holder = KeyHolder.parse(out.toString().strip()).orElseThrow();
    assertEquals("yamada", holder.technician().name());
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(Path.of(key())));
    assertTrue(Files.readString(Path.of(key())).startsWith("-----BEGIN PRIVATE KEY-----"));
  }

  @Test
  void overwritesNoKey() throws IOException {
    makeKey();
    String before = Files.readString(Path.of(key()));
    assertNotEquals(0, run("technician", "key", "yamada", "--role", "admin", "--out", key()));
    assertEquals(before, Files.readString(Path.of(key())));
  }

  @Test
  void signsChallengesAndNothingElse() {
    makeKey();
    assertEquals(0, run("reply", "--key", key(), CHALLENGE), err::toString);
    assertTrue(out.toString().strip().matches("[A-Za-z0-9_-]{86}"), out::toString);
    assertTrue(err.toString().contains("machine 'k1' as 'yamada'"), err::toString);
    assertEquals(1, run("reply", "--key", key(), "pay 1000000 yen to somebody"));
    assertEquals("", out.toString());
  }

  @Test
  void repliesAsOpensslDoes() throws Exception {
    makeKey();
    assertEquals(0, run("reply", "--key", key(), CHALLENGE));
    Path line = Files.writeString(folder.resolve("line"), CHALLENGE);
    Process openssl = new ProcessBuilder(List.of(
            "sh",
            "-c",
            "openssl pkeyutl -sign -rawin -inkey '%s' -in '%s' | basenc --base64url -w0 | tr -d ="
                .formatted(key(), line)))
        .start();
    String reply = new String(openssl.getInputStream().readAllBytes(), US_ASCII).strip();
    assertTrue(openssl.waitFor(10, TimeUnit.SECONDS));
    Assumptions.assumeFalse(reply.isEmpty(), "no openssl here");
    assertEquals(out.toString().strip(), reply);
  }
}
