package org.kashidashi.kiosk.diagnosis.live;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.kashidashi.kiosk.audit.Counts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what the audit trail tells of earlier starts of the kiosk, the latest first.
 *
 * <p>Nothing prunes the trail, and a small card is slow: what lies further back than so many bytes is
 * not counted, and a line that is too long for a record is none.
 */
public final class AuditHistory {
  private static final Logger LOG = LoggerFactory.getLogger(AuditHistory.class);
  private static final String FILES = "audit-*.jsonl";

  /** More than a year of a busy kiosk. */
  private static final long USUAL_BYTES = 32L << 20;

  /** Twice what the trail writes. */
  private static final int LONGEST_LINE = 1_024;

  /** How long a step took is many lines, and nobody asks for it here. */
  private static final String STAGE = "\"kind\":\"stage_left\"";

  private final Path directory;
  private final String own;
  private final long most;

  /**
   * @param bootEpoch of this start, whose records are left out
   */
  public AuditHistory(Path directory, long bootEpoch) {
    this(directory, bootEpoch, USUAL_BYTES);
  }

  AuditHistory(Path directory, long bootEpoch, long most) {
    this.directory = directory;
    this.own = "\"epoch\":%d,".formatted(bootEpoch);
    this.most = most;
  }

  /** Takes as long as the disk takes; an interrupt ends it with what is counted so far. */
  public Map<String, Map<String, Integer>> counts() {
    Counts counts = new Counts();
    long left = most;
    for (Path file : files()) {
      if (left <= 0 || Thread.currentThread().isInterrupted()) {
        LOG.info("the audit trail is not counted from {} back", file);
        break;
      }
      try {
        left -= read(file, left, counts);
      } catch (IOException failure) {
        LOG.warn("{} is not counted", file, failure);
      }
    }
    return counts.counts();
  }

  /**
   * Counts the last lines of a month.
   *
   * @return how many bytes were read
   */
  private long read(Path file, long most, Counts counts) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      long begin = Math.max(0, size - most);
      channel.position(begin);
      InputStream bytes = new BufferedInputStream(Channels.newInputStream(channel));
      ByteArrayOutputStream line = new ByteArrayOutputStream(LONGEST_LINE);
      // Whoever begins in the midst of a month begins in the midst of a line.
      boolean whole = begin == 0;
      for (int next = bytes.read(); next >= 0; next = bytes.read()) {
        if (next == '\n') {
          if (whole) {
            add(line.toString(StandardCharsets.UTF_8), counts);
          }
          whole = true;
          line.reset();
        } else if (line.size() < LONGEST_LINE) {
          line.write(next);
        } else {
          whole = false;
        }
      }
      return size - begin;
    }
  }

  private void add(String line, Counts counts) {
    if (!line.contains(STAGE) && !line.contains(own)) {
      counts.add(line);
    }
  }

  /** By month, the latest first. */
  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> months = Files.newDirectoryStream(directory, FILES)) {
      months.forEach(files::add);
    } catch (IOException failure) {
      LOG.warn("the audit trail in {} is not counted", directory, failure);
    }
    files.sort(Comparator.reverseOrder());
    return files;
  }
}
