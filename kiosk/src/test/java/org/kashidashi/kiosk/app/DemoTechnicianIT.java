package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.pty.Pty;

/** The program {@code kiosk demo --role technician} as a person meets it. */
class DemoTechnicianIT {
  private static final String PROMPT = "demo-1:admin> ";

  @TempDir
  private Path folder;

  private final Pty terminal = Pty.open();
  private Process demo;
  private TerminalTalk talk;

  @BeforeEach
  void start() throws Exception {
    terminal.resize(80, 24);
    ProcessBuilder builder = new ProcessBuilder(
            "setsid",
            "--ctty",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-ea",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "demo",
            "--role",
            "technician")
        .redirectInput(terminal.device().toFile())
        .redirectOutput(terminal.device().toFile())
        .redirectError(folder.resolve("demo.log").toFile());
    builder.environment().put("TERM", "vt220");
    builder.environment().put("LANG", "C.UTF-8");
    demo = builder.start();
    talk = new TerminalTalk(terminal, demo, folder.resolve("demo.log"));
  }

  @AfterEach
  void stop() throws Exception {
    demo.destroy();
    if (!demo.waitFor(10, TimeUnit.SECONDS)) {
      demo.destroyForcibly();
    }
    terminal.close();
  }

  @Test
  @Timeout(120)
  void wrongSettingIsFoundMendedAndProven() throws Exception {
    talk.answer("名前: ", "gijutsu");
    talk.answer("署名): ", "kikai-no-sewa");
    String _ = talk.await(PROMPT);
    String _ = ask("language en");
    // The kiosk beside it takes its time to start.
    String health = ask("show health");
    while (!health.contains("scanner             FAIL")) {
      talk.listen(Duration.ofSeconds(1));
      health = ask("show health");
    }
    String _ = ask("config set scanner.driver simulated");
    assertTrue(ask("config commit").contains("The change is kept."), talk::said);
    assertTrue(ask("show health").contains("scanner             pass"), talk::said);
    assertTrue(ask("walk").contains("confirmed at the end"), talk::said);
    terminal.send("logout\r");
    assertTrue(demo.waitFor(20, TimeUnit.SECONDS), "the demonstration does not end at log-off");
    assertEquals(0, demo.exitValue(), talk::log);
  }

  private String ask(String command) {
    terminal.send(command + "\r");
    return talk.await(PROMPT);
  }
}
