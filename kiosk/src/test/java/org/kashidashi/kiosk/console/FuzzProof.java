package org.kashidashi.kiosk.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Types at the console what a fuzzer makes of the corpus in the repository: 1,000,000 lines at the
 * reader of lines, and byte streams of many lines each at the whole shell.
 *
 * <p>The fuzzer runs in a process of its own, because it ends that process with what it finds.
 */
final class FuzzProof {
  private static final Path CORPUS = Path.of("src/test/resources/fuzz");

  /** Several commands, and more than the longest line. */
  private static final int STREAM_BYTES_MAXIMUM = 1_500;

  private FuzzProof() {}

  /**
   * Has the fuzzer call a target.
   *
   * @param folder where it keeps what it finds
   * @return what it reports at its end
   */
  static String run(Class<?> target, String corpus, int runs, Path folder)
      throws IOException, InterruptedException {
    Path found = Files.createDirectories(folder.resolve(corpus));
    Path report = folder.resolve(corpus + ".log");
    Process fuzzer = new ProcessBuilder(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + target.getName(),
            "--instrumentation_includes=org.kashidashi.kiosk.console.**",
            "--reproducer_path=" + folder,
            "-artifact_prefix=" + folder + "/",
            "-seed=20261120",
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
    int code = fuzzer.waitFor();
    List<String> lines = Files.readAllLines(report);
    if (code != 0) {
      throw new IllegalStateException("the fuzzer of %s ended with %d:%n%s"
          .formatted(target.getSimpleName(), code, String.join("\n", lines)));
    }
    return target.getSimpleName() + ": " + lines.getLast();
  }
}
