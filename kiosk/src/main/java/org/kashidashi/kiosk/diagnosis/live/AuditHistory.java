package org.kashidashi.kiosk.diagnosis.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kashidashi.kiosk.audit.Counts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what the audit trail tells of earlier starts of the kiosk. */
final class AuditHistory {
  private static final Logger LOG = LoggerFactory.getLogger(AuditHistory.class);
  private static final String FILES = "audit-*.jsonl";

  /** Ten years. */
  private static final int FILES_MAXIMUM = 120;

  /** How long a step took is many lines, and nobody asks for it here. */
  private static final String STAGE = "\"kind\":\"stage_left\"";

  private final Path directory;
  private final long bootEpoch;

  /**
   * @param bootEpoch of this start, whose records are left out
   */
  AuditHistory(Path directory, long bootEpoch) {
    this.directory = directory;
    this.bootEpoch = bootEpoch;
  }

  Map<String, Map<String, Integer>> counts() {
    Counts counts = new Counts();
    String own = "\"epoch\":%d,".formatted(bootEpoch);
    for (Path file : files()) {
      try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        lines
            .lines()
            .filter(line -> !line.contains(STAGE) && !line.contains(own))
            .forEach(counts::add);
      } catch (IOException | UncheckedIOException failure) {
        LOG.warn("{} is not counted", file, failure);
      }
    }
    return counts.counts();
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(directory)) {
      var matcher = directory.getFileSystem().getPathMatcher("glob:" + FILES);
      return files
          .filter(file -> matcher.matches(file.getFileName()))
          .sorted()
          .limit(FILES_MAXIMUM)
          .toList();
    } catch (IOException failure) {
      LOG.warn("the audit trail in {} is not counted", directory, failure);
      return List.of();
    }
  }
}
