package org.kashidashi.kiosk.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kashidashi.kiosk.app.demo.Folders;

/**
 * From the start of the package's own process to READY=1, when S0 is on the frame buffer: with the
 * package's runtime, options and cache, in the place where they are installed.
 */
final class CachedStart implements Figure {
  private static final String NAME = "start.cached.ms";
  private static final int WARM_UP = 2;
  private static final int STARTS = 15;
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final String PATIENCE = "60s";

  /** The tree over /usr/lib, then the word, then the program: it is the same process throughout. */
  private static final String IN_PLACE = """
      mount -t overlay overlay -o "lowerdir=$1/usr/lib:/usr/lib" /usr/lib || exit 1
      echo BEGIN
      exec /usr/lib/kashidashi/runtime/bin/java @/usr/lib/kashidashi/java.options \
        -jar /usr/lib/kashidashi/kiosk.jar run --config "$2"
      """;

  @Override
  public List<String> names() {
    return List.of(NAME);
  }

  @Override
  public List<Measurement> measure() throws Exception {
    BuiltPackage built = BuiltPackage.newest();
    Path folder = Files.createTempDirectory(MEMORY, "kashidashi-bench");
    try {
      Path tree = Files.createDirectory(folder.resolve("package"));
      built.unpack(tree);
      Path configuration = TrialConfiguration.in(folder);
      long[] durations = new long[STARTS];
      for (int start = -WARM_UP; start < STARTS; start++) {
        long duration = startOnce(folder, tree, configuration);
        if (start >= 0) {
          durations[start] = duration;
        }
      }
      Samples samples = new Samples(durations);
      return List.of(Measurement.atMost(
          NAME,
          samples.median(),
          "ms",
          500,
          "median of %d starts, %.0f to %.0f; state in memory"
              .formatted(STARTS, samples.milliseconds(0), samples.milliseconds(1))));
    } finally {
      Folders.delete(folder);
    }
  }

  private static long startOnce(Path folder, Path tree, Path configuration)
      throws IOException, InterruptedException {
    Path socket = folder.resolve("notify");
    Files.deleteIfExists(socket);
    Process manager = new ProcessBuilder(
            "timeout", PATIENCE, "socat", "-u", "UNIX-RECV:" + socket, "STDOUT")
        .start();
    try {
      await(socket, manager);
      ProcessBuilder command = new ProcessBuilder(
              "unshare",
              "--mount",
              "--",
              "sh",
              "-c",
              IN_PLACE,
              "sh",
              tree.toString(),
              configuration.toString())
          .redirectError(folder.resolve("log").toFile());
      command.environment().put("NOTIFY_SOCKET", socket.toString());
      command.environment().put("MALLOC_ARENA_MAX", "2");
      Process kiosk = command.start();
      try {
        await(kiosk, "BEGIN", folder);
        long begin = System.nanoTime();
        await(manager, "READY=1", folder);
        return System.nanoTime() - begin;
      } finally {
        // The next start waits for the store, which this one lets go of at its end.
        kiosk.destroy();
        kiosk.waitFor();
      }
    } finally {
      manager.destroy();
      manager.waitFor();
    }
  }

  /** Until the word comes, or its process has ended. */
  private static void await(Process process, String word, Path folder) throws IOException {
    // Messages do not end with lines, so the word is looked for wherever it is.
    StringBuilder said = new StringBuilder();
    InputStream stream = process.getInputStream();
    while (said.indexOf(word) < 0) {
      int octet = stream.read();
      if (octet < 0) {
        throw new IllegalStateException(
            "%s did not come: %s".formatted(word, Files.readString(folder.resolve("log"))));
      }
      said.append((char) octet);
    }
  }

  private static void await(Path socket, Process manager) throws InterruptedException {
    while (!Files.exists(socket)) {
      if (manager.waitFor(5, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("socat ended with %d".formatted(manager.exitValue()));
      }
    }
  }
}
