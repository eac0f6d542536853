package org.kashidashi.kiosk.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kashidashi.kiosk.app.demo.DemoMachine;
import org.kashidashi.kiosk.app.demo.DemoProcess;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.kiosk.app.demo.SimulatedWalk;
import org.kashidashi.kiosk.config.ConsoleSettings;
import org.kashidashi.kiosk.config.KioskSettings;
import org.kashidashi.kiosk.config.MachineConfiguration;
import org.kashidashi.kiosk.console.signin.Passwords;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.signin.Technician;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.facts.ModeFile;
import org.kashidashi.kiosk.diagnosis.offline.BareDiagnosis;
import org.kashidashi.kiosk.diagnosis.offline.NearestDiagnosis;
import org.kashidashi.kiosk.diagnosis.wire.DiagnosisClient;
import org.kashidashi.sync.secret.PasswordCost;

/**
 * A technician's console in a terminal, for a kiosk that runs beside it with one wrong setting: the
 * scanner is looked for where none is plugged in.
 */
final class DemoTechnician {
  private static final String NAME = "gijutsu";
  private static final String PASSWORD = "kikai-no-sewa";
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final int PIXEL_BYTES = 4;

  private final Path folder;
  private final SecureRandom random;
  private final PrintWriter out;

  /**
   * @param folder empty, for whatever the run leaves behind
   * @param out says what the person has before them
   */
  DemoTechnician(Path folder, SecureRandom random, PrintWriter out) {
    this.folder = folder;
    this.random = random;
    this.out = out;
  }

  /**
   * Runs until the person logs off.
   *
   * @return the program's exit code: that the person is gone is no failure
   */
  int run() throws Exception {
    try (DemoStation _ = DemoStation.open(folder, DemoStation.clock(), random)) {
      Path configuration = broken();
      KioskSettings settings = ConsoleSettings.readAlone(configuration).kiosk();
      new Passwords(ConsoleProgram.folder(settings), PasswordCost.USUAL, random)
          .set(new Technician(NAME, Role.ADMIN), PASSWORD.toCharArray());
      out.println(explanation());
      out.flush();
      try (DemoProcess kiosk =
              DemoProcess.of(Main.class.getName(), configuration, folder.resolve("kiosk.log"));
          Diagnosis nearest = nearest(configuration, settings)) {
        AtomicBoolean first = new AtomicBoolean(true);
        int _ = new ConsoleProgram(
                () -> ConsoleSettings.readAlone(configuration),
                () -> first.getAndSet(false),
                System.getenv())
            .run(new ConsoleProgram.Parts(
                nearest,
                new MachineConfiguration(configuration),
                new DemoMachine(kiosk),
                new SimulatedWalk(random)));
        return 0;
      }
    }
  }

  private static Diagnosis nearest(Path configuration, KioskSettings settings) {
    KioskUnit unit = KioskUnit.of(settings);
    return new NearestDiagnosis(
        new DiagnosisClient(unit.sockets(), System::nanoTime),
        new OfflineMachine(
            configuration,
            new BareDiagnosis(unit.state(), new ModeFile(settings.stateDirectory()))));
  }

  /** The panel is a file in which nobody sees anything; the scanner is the trouble. */
  private Path broken() throws IOException {
    Path sysfs = Files.createDirectory(folder.resolve("glass.sysfs"));
    Files.writeString(sysfs.resolve("virtual_size"), "%d,%d\n".formatted(WIDTH, HEIGHT));
    Files.writeString(sysfs.resolve("bits_per_pixel"), "%d\n".formatted(PIXEL_BYTES * Byte.SIZE));
    Files.writeString(sysfs.resolve("stride"), "%d\n".formatted(WIDTH * PIXEL_BYTES));
    Path glass = Files.write(folder.resolve("glass"), new byte[WIDTH * HEIGHT * PIXEL_BYTES]);
    Path configuration = folder.resolve("kiosk.toml");
    String sound = Files.readString(configuration);
    String wrong = sound.replace(
        "[scanner]\ndriver = \"simulated\"",
        "[scanner]\ndriver = \"serial\"\npath = \"/dev/serial/by-id/no-such-scanner\"");
    if (wrong.equals(sound)) {
      throw new IllegalStateException("nothing is wrong with " + configuration);
    }
    Files.writeString(configuration, wrong);
    return Files.writeString(configuration, """

        [display]
        driver = "framebuffer"
        path = "%s"
        sysfs = "%s"

        [touch]
        driver = "evdev"
        device.name = "No such panel"
        """.formatted(glass, sysfs), StandardOpenOption.APPEND);
  }

  private static String explanation() {
    return """
        名前 %1$s、パスワード %2$s。logout で終わります。
        バーコードリーダーの設定が誤っています (ここにタッチパネルはありません):
          show health、config set scanner.driver simulated、config commit、
          show health、walk
        Name %1$s, password %2$s, `language en` for English.
        The scanner's setting is wrong; there is no touch panel here. `logout` ends it.
        """.formatted(NAME, PASSWORD);
  }
}
