package org.kashidashi.kiosk.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.kiosk.proof.BusyKiosk;
import org.kashidashi.kiosk.proof.ProofLibrary;

/** Resident memory of a kiosk after many sessions of three loans each. */
final class Memory implements Figure {
  private static final String RESIDENT = "memory.after_1000_sessions.mb";
  private static final String GROWTH = "memory.growth_from_session_100.mb";
  private static final int SESSIONS = 1_000;
  private static final int SETTLED = 100;

  /** A young generation more or less is no growth. */
  private static final double NOISE_MB = 8;

  @Override
  public List<String> names() {
    return List.of(RESIDENT, GROWTH);
  }

  @Override
  public List<Measurement> measure() throws Exception {
    Path folder = Files.createTempDirectory("kashidashi-bench");
    try (DemoStation station = ProofLibrary.open(folder, SESSIONS * 3, DemoStation.clock())) {
      if (!station.centralIsUp()) {
        throw new IllegalStateException("central is not up");
      }
      List<String> command = new ArrayList<>(List.of("java"));
      command.addAll(List.of(KioskProcess.options().split(" ", -1)));
      command.addAll(List.of(
          "-cp",
          System.getProperty("java.class.path"),
          BusyKiosk.class.getName(),
          folder.toString(),
          "0",
          Integer.toString(SESSIONS)));
      Process kiosk = new ProcessBuilder(command)
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
      try {
        return follow(kiosk);
      } finally {
        kiosk.destroy();
      }
    }
  }

  private static List<Measurement> follow(Process kiosk) throws IOException {
    double settled = 0;
    try (BufferedReader lines = kiosk.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("SESSION " + SETTLED)) {
          settled = resident(kiosk.pid());
        }
        if (line.equals("SESSION " + SESSIONS)) {
          double end = resident(kiosk.pid());
          return List.of(
              Measurement.atMost(
                  RESIDENT, end, "MB", 120, "after 3,000 loans, simulators included"),
              Measurement.atMost(
                  GROWTH,
                  end - settled,
                  "MB",
                  NOISE_MB,
                  "%.1f MB at session 100".formatted(settled)));
        }
      }
    }
    throw new IllegalStateException("the kiosk ended before its last session");
  }

  private static double resident(long process) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .findFirst()
            .orElseThrow()
        / 1024.0;
  }
}
