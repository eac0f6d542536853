package org.kashidashi.kiosk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Memory of a process, in megabytes.
 *
 * @param whole all of it that is resident
 * @param share with each shared page in as many parts as there are processes that share it
 * @param own that no file is behind
 */
record Resident(double whole, double share, double own) {
  static Resident of(long process) throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("/proc", Long.toString(process), "smaps_rollup"));
    return new Resident(sum(rows, "Rss:"), sum(rows, "Pss:"), sum(rows, "Anonymous:"));
  }

  private static double sum(List<String> rows, String name) {
    return rows.stream()
            .filter(row -> row.startsWith(name))
            .mapToLong(row -> Long.parseLong(row.replaceAll("[^0-9]", "")))
            .sum()
        / 1024.0;
  }
}
