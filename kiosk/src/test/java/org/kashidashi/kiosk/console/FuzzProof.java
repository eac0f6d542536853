package org.kashidashi.kiosk.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Types at the console what a fuzzer makes of the corpus in the repository: lines at the reader of
 * lines, and byte streams of many lines each at the whole shell.
 */
final class FuzzProof {
  private static final Path CORPUS = Path.of("src/test/resources/fuzz");

  /** Several commands, and more than the longest line. */
  private static final int STREAM_BYTES_MAXIMUM = 1_500;

  private static final int SEED = 20261120;

  /** From here on it is worth to start more than one. */
  private static final int MANY = 10_000;

  private final List<Fuzzer> fuzzers;

  private FuzzProof(List<Fuzzer> fuzzers) {
    this.fuzzers = List.copyOf(fuzzers);
  }

  /**
   * Has the fuzzer call a target; with many runs, one fuzzer on each processor.
   *
   * @param folder where it keeps what it finds
   */
  static FuzzProof begin(Class<?> target, String corpus, int runs, Path folder) throws IOException {
    int fuzzers = runs < MANY ? 1 : Runtime.getRuntime().availableProcessors();
    List<Fuzzer> all = new ArrayList<>();
    for (int i = 0; i < fuzzers; i++) {
      int share = runs / fuzzers + (i == 0 ? runs % fuzzers : 0);
      Path own = folder.resolve(target.getSimpleName() + i);
      all.add(start(target, corpus, share, Files.createDirectories(own), i));
    }
    return new FuzzProof(all);
  }

  /** What each reports at its end. */
  List<String> awaited() throws IOException, InterruptedException {
    List<String> reports = new ArrayList<>();
    for (Fuzzer fuzzer : fuzzers) {
      reports.add(fuzzer.awaited());
    }
    return reports;
  }

  /** A process, because the fuzzer ends its own with what it finds. */
  private record Fuzzer(Class<?> target, Process process, Path report) {
    String awaited() throws IOException, InterruptedException {
      int code = process.waitFor();
      List<String> lines = Files.readAllLines(report);
      if (code != 0) {
        throw new IllegalStateException("the fuzzer of %s ended with %d:%n%s"
            .formatted(target.getSimpleName(), code, String.join("\n", lines)));
      }
      return target.getSimpleName() + ": " + lines.getLast();
    }
  }

  private static Fuzzer start(Class<?> target, String corpus, int runs, Path folder, int number)
      throws IOException {
    Path found = Files.createDirectory(folder.resolve("found"));
    Path report = folder.resolve("log");
    Process fuzzer = new ProcessBuilder(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            // What ends soon is not worth the optimising compiler.
            runs < MANY ? "-XX:TieredStopAtLevel=1" : "-XX:+TieredCompilation",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + target.getName(),
            "--instrumentation_includes=org.kashidashi.kiosk.console.**",
            "--reproducer_path=" + folder,
            "-artifact_prefix=" + folder + "/",
            "-seed=" + (SEED + number),
            "-rss_limit_mb=0",
            "-timeout=60",
            "-max_len=" + STREAM_BYTES_MAXIMUM,
            "-runs=" + runs,
            "-dict=" + CORPUS.resolve("words.dict"),
            found.toString(),
            CORPUS.resolve(corpus).toString()))
        .redirectErrorStream(true)
        .redirectOutput(report.toFile())
        .start();
    return new Fuzzer(target, fuzzer, report);
  }
}
