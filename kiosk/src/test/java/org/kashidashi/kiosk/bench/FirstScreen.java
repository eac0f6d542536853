package org.kashidashi.kiosk.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.kashidashi.kiosk.app.demo.DemoStation;

/** From the start of the process to the idle screen on a terminal, without a prepared cache. */
final class FirstScreen implements Figure {
  private static final String NAME = "start.first_screen.ms";
  private static final int STARTS = 7;

  @Override
  public List<String> names() {
    return List.of(NAME);
  }

  @Override
  public List<Measurement> measure() throws Exception {
    Path folder = Files.createTempDirectory("kashidashi-bench");
    long[] durations = new long[STARTS];
    try (DemoStation station = DemoStation.open(folder, DemoStation.clock(), new SecureRandom())) {
      if (!station.centralIsUp()) {
        throw new IllegalStateException("central is not up");
      }
      for (int start = 0; start < STARTS; start++) {
        durations[start] = startOnce(folder);
      }
    }
    return List.of(Measurement.atMost(
        NAME,
        new Samples(durations).median(),
        "ms",
        1_000,
        "median of %d starts".formatted(STARTS)));
  }

  private static long startOnce(Path folder) throws IOException, InterruptedException {
    String command = "stty cols 80 rows 30; exec java %s -jar '%s' run --config '%s' 2>/dev/null"
        .formatted(KioskProcess.options(), KioskProcess.jar(), folder.resolve("kiosk.toml"));
    long begin = System.nanoTime();
    Process terminal = new ProcessBuilder(
            "script", "--quiet", "--flush", "--command", command, "/dev/null")
        .start();
    try {
      await(terminal.getInputStream(), "開始".getBytes(StandardCharsets.UTF_8));
      return System.nanoTime() - begin;
    } finally {
      // The next start waits for the store, which this one lets go of at its end.
      List<ProcessHandle> inside = terminal.descendants().toList();
      inside.forEach(ProcessHandle::destroy);
      inside.forEach(process -> process.onExit().join());
      terminal.destroy();
      terminal.waitFor();
    }
  }

  private static void await(InputStream stream, byte[] wanted) throws IOException {
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    for (int octet = stream.read(); octet >= 0; octet = stream.read()) {
      seen.write(octet);
      if (endsWith(seen.toByteArray(), wanted)) {
        return;
      }
    }
    throw new IllegalStateException(
        "no first screen came, but: " + seen.toString(StandardCharsets.UTF_8));
  }

  private static boolean endsWith(byte[] seen, byte[] wanted) {
    int from = seen.length - wanted.length;
    return from >= 0 && java.util.Arrays.equals(seen, from, seen.length, wanted, 0, wanted.length);
  }
}
