package org.kashidashi.kiosk.vm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a disk tells of patrons and of the kiosk's secrets, byte by byte. */
final class Residue {
  /** Shorter pieces of a file may stand on any disk. */
  private static final int PIECE = 32;

  /** As pieces are taken from files: once in each block of the file system. */
  private static final int BLOCK = 4096;

  /** A piece with fewer different bytes is padding. */
  private static final int DISTINCT = 12;

  private static final Map<String, String> COLUMNS = Map.of(
      "patron_digest", "SELECT patron_digest FROM loans",
      "patron_sealed", "SELECT patron_sealed FROM loans",
      "item", "SELECT item FROM loans",
      "title", "SELECT title FROM items",
      "known patron", "SELECT patron_digest FROM patrons",
      "certificate", "SELECT certificate_digest FROM resolutions",
      "person", "SELECT person_digest FROM links",
      "secret of the seal", "SELECT secret_digest FROM kiosk");

  private final Map<String, byte[]> traces = new LinkedHashMap<>();

  /**
   * Everything that must go.
   *
   * @param files what is on the disk, taken out of it
   * @param told what patrons brought: numbers of cards, and names
   */
  static Residue of(Path files, List<String> told) throws IOException, SQLException {
    Residue residue = new Residue();
    for (String text : told) {
      residue.traces.put("'%s'".formatted(text), text.getBytes(StandardCharsets.UTF_8));
    }
    residue.addRows(files.resolve("kiosk.db"));
    try (Stream<Path> all = Files.walk(files)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        residue.addPieces(files.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return residue;
  }

  private void addRows(Path database) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> column : COLUMNS.entrySet()) {
        int row = 0;
        try (ResultSet rows = statement.executeQuery(column.getValue())) {
          while (rows.next()) {
            traces.put("%s %d".formatted(column.getKey(), row++), rows.getBytes(1));
          }
        }
      }
    }
  }

  /** Of keys, trails, and tables, whatever they are called. */
  private void addPieces(String name, byte[] content) {
    for (int from = 0; from < content.length; from += BLOCK) {
      byte[] piece = Arrays.copyOfRange(content, from, Math.min(from + PIECE, content.length));
      long distinct =
          new String(piece, StandardCharsets.ISO_8859_1).chars().distinct().count();
      if (distinct >= DISTINCT) {
        traces.put("%s at %d".formatted(name, from), piece);
      }
    }
  }

  int size() {
    return traces.size();
  }

  /** The names of those that stand somewhere in a file, wherever that is. */
  List<String> in(Path image) throws IOException {
    byte[] bytes = Files.readAllBytes(image);
    int[] heads = new int[1 << 16];
    List<String> names = new ArrayList<>(traces.keySet());
    List<byte[]> patterns = new ArrayList<>(traces.values());
    // The first trace of each beginning, and from it the next one of the same.
    int[] next = new int[patterns.size()];
    for (int index = 0; index < patterns.size(); index++) {
      int head = head(patterns.get(index), 0);
      next[index] = heads[head];
      heads[head] = index + 1;
    }
    boolean[] there = new boolean[patterns.size()];
    for (int at = 0; at + 1 < bytes.length; at++) {
      for (int found = heads[head(bytes, at)]; found != 0; found = next[found - 1]) {
        byte[] pattern = patterns.get(found - 1);
        int end = at + pattern.length;
        if (!there[found - 1]
            && end <= bytes.length
            && Arrays.equals(bytes, at, end, pattern, 0, pattern.length)) {
          there[found - 1] = true;
        }
      }
    }
    List<String> seen = new ArrayList<>();
    for (int index = 0; index < there.length; index++) {
      if (there[index]) {
        seen.add(names.get(index));
      }
    }
    return seen;
  }

  private static int head(byte[] bytes, int at) {
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }
}
