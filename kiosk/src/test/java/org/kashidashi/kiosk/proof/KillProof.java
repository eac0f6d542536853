package org.kashidashi.kiosk.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kashidashi.hal.sim.SimTimeSource;
import org.kashidashi.kiosk.app.Wiring;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.kiosk.app.demo.Folders;
import org.kashidashi.sync.engine.SyncReport;

/**
 * Kills a kiosk at random moments of a loan, over and over, then counts.
 *
 * <p>Every 「済」 that was shown has to be in the kiosk's database once and at central once. Nothing
 * may be there that was not scanned; what was durable but not shown yet is at most the one loan that
 * was under way at each kill.
 */
public final class KillProof {
  private static final int ITEMS_A_KILL = 60;
  private static final int WINDOW_MILLIS = 2_000;

  private final Path folder;
  private final Random random;
  private final Set<Integer> scanned = new TreeSet<>();
  private final Set<Integer> shown = new TreeSet<>();

  private KillProof(Path folder, long seed) {
    this.folder = folder;
    this.random = new Random(seed);
  }

  /** Arguments: --kills N, and --seed S to repeat a run. */
  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("").setLevel(Level.SEVERE);
    Map<String, String> options = new HashMap<>();
    for (int index = 0; index + 1 < arguments.length; index += 2) {
      options.put(arguments[index], arguments[index + 1]);
    }
    int kills = Integer.parseInt(options.getOrDefault("--kills", "20"));
    long seed =
        Long.parseLong(options.getOrDefault("--seed", Long.toString(System.nanoTime() & 0xFFFFFF)));
    System.out.printf("%d kills, seed %d%n", kills, seed);
    Path folder = Files.createTempDirectory("kashidashi-kills");
    List<String> wrong = new KillProof(folder, seed).run(kills);
    wrong.forEach(System.out::println);
    System.out.printf("Tests run: %d, Failures: %d%n", kills, wrong.isEmpty() ? 0 : 1);
    if (!wrong.isEmpty()) {
      System.out.printf(
          "both databases are kept in %s; --kills %d --seed %d repeats the delays, not the moments%n",
          folder, kills, seed);
      System.exit(1);
    }
    Folders.delete(folder);
    System.exit(0);
  }

  private List<String> run(int kills) throws Exception {
    Clock clock = DemoStation.clock();
    try (DemoStation station = ProofLibrary.open(folder, kills * ITEMS_A_KILL, clock)) {
      int next = 0;
      for (int kill = 0; kill < kills; kill++) {
        killOnce(next);
        next = scanned.isEmpty() ? 0 : ((TreeSet<Integer>) scanned).last() + 1;
      }
      drain(station, clock);
      station.centralDown();
      return judge(kills);
    }
  }

  private void killOnce(int first) throws IOException, InterruptedException {
    Process kiosk = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-ea",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            BusyKiosk.class.getName(),
            folder.toString(),
            Integer.toString(first),
            "0")
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    try (BufferedReader lines = kiosk.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      while (line != null && !line.equals("READY")) {
        line = lines.readLine();
      }
      if (line == null) {
        throw new IllegalStateException("the kiosk did not come up");
      }
      Thread killer = Thread.ofPlatform().start(() -> {
        pause(Duration.ofMillis(random.nextInt(WINDOW_MILLIS)));
        // Process.destroyForcibly would also throw away what was said already.
        if (!kiosk.toHandle().destroyForcibly()) {
          throw new IllegalStateException("the kiosk cannot be killed");
        }
      });
      for (line = lines.readLine(); line != null; line = lines.readLine()) {
        note(line);
      }
      killer.join();
    }
    if (!kiosk.waitFor(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the kiosk survived its kill");
    }
  }

  /** A line that the kill cut in two has no line end that matters: its number is whole or absent. */
  private void note(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 2 || words[1].isEmpty()) {
      return;
    }
    switch (words[0]) {
      case "SCANNED" -> scanned.add(Integer.parseInt(words[1]));
      case "SHOWN" -> shown.add(Integer.parseInt(words[1]));
      default -> {}
    }
  }

  private void drain(DemoStation station, Clock clock) throws Exception {
    try (Wiring wiring = Wiring.open(
        station.configuration(),
        new Wiring.Surroundings(
            clock, System::nanoTime, SimTimeSource.trusted(), new SecureRandom()))) {
      SyncReport report = wiring.services().engine().runOnce();
      while (report instanceof SyncReport.Delivered) {
        report = wiring.services().engine().runOnce();
      }
      if (!(report instanceof SyncReport.Idle)) {
        throw new IllegalStateException("central does not take the rest: " + report);
      }
    }
  }

  private List<String> judge(int kills) throws SQLException {
    Map<String, Integer> atKiosk = count(folder.resolve("kiosk").resolve("kiosk.db"));
    Map<String, Integer> atCentral = count(folder.resolve("central").resolve("central.db"));
    List<String> wrong = new ArrayList<>();
    for (int index : shown) {
      String barcode = ProofLibrary.barcode(index);
      if (atKiosk.getOrDefault(barcode, 0) != 1 || atCentral.getOrDefault(barcode, 0) != 1) {
        wrong.add("済 was shown for %s: %d times at the kiosk, %d times at central"
            .formatted(
                barcode, atKiosk.getOrDefault(barcode, 0), atCentral.getOrDefault(barcode, 0)));
      }
    }
    Set<String> permitted = new TreeSet<>();
    scanned.forEach(index -> permitted.add(ProofLibrary.barcode(index)));
    atKiosk.forEach((barcode, times) -> {
      if (times != 1 || !permitted.contains(barcode)) {
        wrong.add("%s is %d times at the kiosk".formatted(barcode, times));
      }
    });
    atCentral.forEach((barcode, times) -> {
      if (barcode.startsWith("15") && (times != 1 || !atKiosk.containsKey(barcode))) {
        wrong.add("%s is %d times at central".formatted(barcode, times));
      }
    });
    int unseen = atKiosk.size() - shown.size();
    if (unseen > kills) {
      wrong.add(
          "%d loans were durable before they were shown, at %d kills".formatted(unseen, kills));
    }
    System.out.printf(
        "%d scanned, %d shown, %d durable (%d of them under way at a kill), %d at central%n",
        scanned.size(),
        shown.size(),
        atKiosk.size(),
        unseen,
        atCentral.keySet().stream().filter(barcode -> barcode.startsWith("15")).count());
    if (shown.size() < kills) {
      wrong.add("only %d loans were shown at %d kills: the proof proves little"
          .formatted(shown.size(), kills));
    }
    return wrong;
  }

  private static Map<String, Integer> count(Path database) throws SQLException {
    Map<String, Integer> times = new HashMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT item FROM loans")) {
      while (rows.next()) {
        times.merge(rows.getString(1), 1, Integer::sum);
      }
    }
    return times;
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
