package org.kashidashi.kiosk.audit;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.file.DurableFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends records to a file for each month, one JSON object a line, handed to the operating system
 * at once.
 *
 * <p>Never stops the lending: what cannot be written is counted, and the count is written as soon
 * as something can be. Order rests on boot epoch and sequence, not on the time: for each source by
 * itself, and between sources on the place in the file.
 *
 * <p>Confined to one thread. Another program may append to the same file: a line is one write.
 */
public final class AuditTrail implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");
  private static final Set<OpenOption> APPEND =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);

  /** No record comes near it; a longer line would be a mistake of ours. */
  private static final int LONGEST_LINE = 512;

  private final Path directory;
  private final AuditSource source;
  private final Clock clock;
  private final Supplier<ClockState> clockState;
  private Optional<OpenFile> file = Optional.empty();
  private long sequence;
  private int lost;

  /**
   * @param clock in the library's time zone
   * @param clockState how far the clock can be trusted now
   */
  public AuditTrail(
      Path directory, AuditSource source, Clock clock, Supplier<ClockState> clockState) {
    this.directory = directory;
    this.source = source;
    this.clock = clock;
    this.clockState = clockState;
  }

  private record OpenFile(YearMonth month, FileChannel channel) {}

  public void write(AuditRecord record) {
    ZonedDateTime now = ZonedDateTime.now(clock);
    try {
      FileChannel channel = channel(YearMonth.from(now));
      if (lost > 0) {
        append(channel, line(new AuditRecord.RecordsLost(lost), now));
        LOG.info("The audit trail can be written again; {} records were lost", lost);
        lost = 0;
      }
      append(channel, line(record, now));
    } catch (IOException failure) {
      if (lost == 0) {
        LOG.warn("Cannot write the audit trail in {}; lending goes on", directory, failure);
      }
      lost++;
      close();
    }
  }

  @Override
  public void close() {
    try {
      if (file.isPresent()) {
        file.get().channel().close();
      }
    } catch (IOException failure) {
      LOG.warn("Cannot close the audit trail in {}", directory, failure);
    }
    file = Optional.empty();
  }

  private FileChannel channel(YearMonth month) throws IOException {
    if (file.isPresent() && file.get().month().equals(month)) {
      return file.get().channel();
    }
    close();
    Path path = directory.resolve("audit-" + month + ".jsonl");
    boolean torn = isTorn(path);
    FileChannel channel = FileChannel.open(path, APPEND);
    file = Optional.of(new OpenFile(month, channel));
    // What an administrator's tool begins, the kiosk goes on with.
    DurableFile.giveTo(path, directory);
    if (torn) {
      append(channel, new byte[] {'\n'});
    }
    return channel;
  }

  /** A power cut or a full disk may have left half a line, which must not spoil the next. */
  private static boolean isTorn(Path path) throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || Files.size(path) == 0) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.read(last, channel.size() - 1);
      return last.get(0) != '\n';
    }
  }

  private byte[] line(AuditRecord record, ZonedDateTime now) {
    JsonObject line = new JsonObject();
    line.addProperty("time", TIME.format(now));
    line.addProperty("clock", clockState.get().name());
    line.addProperty("kiosk", source.kiosk());
    if (!source.program().isEmpty()) {
      line.addProperty("source", source.program());
    }
    line.addProperty("epoch", source.bootEpoch());
    line.addProperty("sequence", ++sequence);
    AuditLine.describe(record, line);
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LONGEST_LINE) {
      throw new IllegalStateException(
          "audit record of %d bytes, need at most %d".formatted(bytes.length, LONGEST_LINE));
    }
    return bytes;
  }

  /** One write, so that lines of two programs do not mix; a short one means that the disk is full. */
  private static void append(FileChannel channel, byte[] line) throws IOException {
    int written = channel.write(ByteBuffer.wrap(line));
    if (written < line.length) {
      throw new IOException("%d of %d bytes fit on the disk".formatted(written, line.length));
    }
  }
}
