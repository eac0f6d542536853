package org.kashidashi.kiosk.app;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kashidashi.kiosk.audit.Counts;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.config.ConfigurationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells a library how its kiosk is used, from what the kiosk has written down. */
@Command(
    name = "counts",
    description = {
      "Count refusals, endings of sessions, practice runs and the time that each step takes, as CSV."
          + " Nobody can be recognized in it."
    },
    mixinStandardHelpOptions = true)
final class CountsCommand implements Callable<Integer> {
  /** Twice as long as any record; the rest of a longer line is passed over. */
  private static final int LONGEST_LINE = 1_024;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The kiosk's configuration file.")
  private Path config = Path.of("");

  @Option(
      names = "--month",
      paramLabel = "YYYY-MM",
      description = "Only this month; all that there is if not given.")
  private Optional<String> month = Optional.empty();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws ConfigurationException, IOException {
    Path directory = Configuration.read(config).kiosk().stateDirectory();
    Counts counts = new Counts();
    for (Path trail : trails(directory)) {
      read(trail, counts);
    }
    print(counts, spec.commandLine().getOut());
    return 0;
  }

  private List<Path> trails(Path directory) throws IOException {
    String glob = "audit-%s.jsonl".formatted(month.map(this::checked).orElse("*"));
    List<Path> trails = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, glob)) {
      found.forEach(trails::add);
    } catch (DirectoryIteratorException failed) {
      throw new UncheckedIOException(failed.getCause());
    }
    if (trails.isEmpty()) {
      spec.commandLine()
          .getErr()
          .printf("No %s in %s: nothing has been written down.%n", glob, directory);
    }
    return trails.stream().sorted().toList();
  }

  private String checked(String text) {
    try {
      return YearMonth.parse(text).toString();
    } catch (DateTimeException _) {
      throw new ParameterException(
          spec.commandLine(), "--month %s: name a month such as 2026-11".formatted(text));
    }
  }

  /** A file that a power cut has spoilt may be one endless line. */
  private static void read(Path trail, Counts counts) throws IOException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(trail))) {
      byte[] line = new byte[LONGEST_LINE];
      int length = 0;
      for (int next = bytes.read(); next >= 0; next = bytes.read()) {
        if (next == '\n') {
          counts.add(new String(line, 0, length, StandardCharsets.UTF_8));
          length = 0;
        } else if (length < LONGEST_LINE) {
          line[length++] = (byte) next;
        }
      }
      if (length > 0) {
        counts.add(new String(line, 0, length, StandardCharsets.UTF_8));
      }
    }
  }

  private static void print(Counts counts, PrintWriter out) {
    out.println("what,case,count,median_s,slow_s");
    counts
        .counts()
        .forEach((kind, cases) -> cases.forEach(
            (name, count) -> out.printf("%s,%s,%d,,%n", plain(kind), plain(name), count)));
    counts
        .stages()
        .forEach((stage, time) -> out.printf(
            "step,%s,%d,%.1f,%.1f%n",
            plain(stage), time.visits(), time.median() / 1_000.0, time.slow() / 1_000.0));
    if (counts.unreadable() > 0) {
      out.printf("unreadable_line,,%d,,%n", counts.unreadable());
    }
  }

  /** A spreadsheet must not take anything in a file for a formula. */
  private static String plain(String text) {
    return text.replaceAll("[^A-Za-z0-9_-]", "_");
  }
}
