package org.kashidashi.kiosk.diagnosis.machine;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.kashidashi.kiosk.diagnosis.MachineControl;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.StickException;
import org.kashidashi.kiosk.diagnosis.Waiting;
import org.kashidashi.sync.file.DurableFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A machine that systemd runs. Who may order what, polkit decides by the unit that asks; a refusal
 * comes back in the message of the exception.
 */
public final class SystemdMachine implements MachineControl {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Of the log on the stick; what is older is left out. */
  private static final int EXPORTED_LINES = 5_000;

  /** Of the trail on the stick: years of a busy machine. */
  private static final long TRAIL_BYTES = 64L * 1024 * 1024;

  /** The mode that the program factory-reset puts back, written as the mode itself. */
  private static final String MODE_BEFORE = "service-mode.before";

  private static final Logger LOG = LoggerFactory.getLogger(SystemdMachine.class);

  /** 128 and SIGTERM. */
  private static final int TERMINATED = 143;

  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private final Places places;
  private final Enroller enroller;
  private final Clock clock;

  /**
   * Where things are.
   *
   * @param kioskId names the files on the stick; 1 to 32 of a-z, 0-9 and hyphen
   * @param unit the kiosk's, such as {@code kashidashi.service}; empty as long as none is enabled
   * @param line the terminal that the technician uses, such as {@code ttyS0}
   * @param audit the kiosk's state, with the audit trail
   * @param stick where a stick is mounted, once one is plugged in
   * @param mounts the kernel's table of what is mounted, {@code /proc/self/mounts}
   * @param programs where systemctl and journalctl are
   */
  public record Places(
      String kioskId,
      Supplier<Optional<String>> unit,
      String line,
      Path audit,
      Path stick,
      Path mounts,
      Path programs) {}

  /** Makes the machine known to its library system. */
  @FunctionalInterface
  public interface Enroller {
    /** As {@link MachineControl#enrol}. */
    LocalDate enrol(String code) throws IOException;
  }

  /**
   * @param clock in the library's time zone, for names of files
   */
  public SystemdMachine(Places places, Enroller enroller, Clock clock) {
    this.places = places;
    this.enroller = enroller;
    this.clock = clock;
  }

  @Override
  public List<String> log(int lines) throws IOException {
    if (lines < 1 || lines > LOG_MAXIMUM) {
      throw new IllegalArgumentException("%d lines, need 1 to %d".formatted(lines, LOG_MAXIMUM));
    }
    return journal(lines);
  }

  @Override
  public String exportLog() throws IOException {
    requireStick();
    List<String> journal = journal(EXPORTED_LINES);
    return export("log", out -> {
      for (String line : journal) {
        write(out, line);
      }
      long left = TRAIL_BYTES;
      for (Path month : months()) {
        write(out, "== " + month.getFileName());
        left -= copy(month, out, left);
        if (left <= 0) {
          write(out, "== older months are left out");
          return;
        }
      }
    });
  }

  @Override
  public List<String> clearLog() throws IOException {
    requireStick();
    List<String> moved = new ArrayList<>();
    List<Path> months = months();
    Optional<Path> latest = latestWritten(months);
    String now = "audit-" + YearMonth.now(clock);
    for (Path month : months.reversed()) {
      // A clock that was wrong once has left names of the future, and of the past.
      boolean past = month.getFileName().toString().compareTo(now) < 0;
      if (past && !latest.equals(Optional.of(month))) {
        moved.add(move(month));
      }
    }
    return moved;
  }

  private static Optional<Path> latestWritten(List<Path> months) throws IOException {
    Optional<Path> latest = Optional.empty();
    for (Path month : months) {
      if (latest.isEmpty()
          || Files.getLastModifiedTime(month).compareTo(Files.getLastModifiedTime(latest.get()))
              > 0) {
        latest = Optional.of(month);
      }
    }
    return latest;
  }

  /** It is on the stick before it goes from here, beside what is there under its name. */
  private String move(Path month) throws IOException {
    String name = "%s-%s".formatted(places.kioskId(), month.getFileName());
    for (int number = 2; Files.exists(places.stick().resolve(name)); number++) {
      if (Files.mismatch(month, places.stick().resolve(name)) < 0) {
        Files.delete(month);
        return name;
      }
      name = "%s-%s-%d.jsonl"
          .formatted(
              places.kioskId(), month.getFileName().toString().replaceAll("\\.jsonl$", ""), number);
    }
    copyWhole(month, name);
    Files.delete(month);
    return name;
  }

  private void copyWhole(Path month, String name) throws IOException {
    Path target = places.stick().resolve(name);
    try (FileChannel file =
        FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long copied = copy(month, Channels.newOutputStream(file), Long.MAX_VALUE);
      file.force(true);
      if (copied != Files.size(month) || file.size() != copied) {
        throw new IOException("%s was not written whole".formatted(name));
      }
    } catch (IOException full) {
      Files.deleteIfExists(target);
      throw new StickException.Refusing(name, full);
    }
  }

  /** Newest first. */
  private List<Path> months() throws IOException {
    List<Path> months = new ArrayList<>();
    try (DirectoryStream<Path> trail = Files.newDirectoryStream(places.audit(), "audit-*")) {
      trail.forEach(months::add);
    }
    months.sort(Comparator.reverseOrder());
    return months;
  }

  private static long copy(Path month, OutputStream out, long most) throws IOException {
    try (FileChannel in = FileChannel.open(month, StandardOpenOption.READ)) {
      return in.transferTo(0, Math.min(in.size(), most), Channels.newChannel(out));
    }
  }

  private static void write(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String exportQueue(List<Waiting> queue) throws IOException {
    requireStick();
    List<String> lines = new ArrayList<>();
    lines.add("sequence,age_seconds,state,reason");
    for (Waiting entry : queue) {
      lines.add("%d,%d,%s,%s"
          .formatted(
              entry.sequence(),
              entry.age().toSeconds(),
              entry.state().name().toLowerCase(Locale.ROOT),
              entry.reason().orElse("").replaceAll("[^A-Za-z0-9_-]", "?")));
    }
    return export("queue", out -> {
      for (String line : lines) {
        write(out, line);
      }
    });
  }

  @Override
  public LocalDate enrol(String code) throws IOException {
    return enroller.enrol(code);
  }

  @Override
  public void restartKiosk() throws IOException {
    String unit = places
        .unit()
        .get()
        .orElseThrow(() -> new IOException(
            "no desk is enabled: an administrator has to enable kashidashi-counter@LINE.service"));
    // After ten failures within an hour it is not started any more, unless they are forgotten.
    order("reset-failed", unit);
    order("--no-block", "restart", unit);
  }

  @Override
  public void reboot() throws IOException {
    orderLast("--no-block", "--job-mode=replace-irreversibly", "start", "reboot.target");
  }

  @Override
  public void factoryReset(ServiceMode before) throws IOException {
    keep(before);
    try {
      orderLast("--no-block", "start", "kashidashi-reset@%s.service".formatted(places.line()));
    } catch (IOException refused) {
      // The caller knows what it was, and a later order must not take it for its own.
      keep(ServiceMode.CLOSED);
      throw refused;
    }
  }

  /** A disk that takes nothing is erased all the same. */
  private void keep(ServiceMode before) {
    Path kept = places.audit().resolve(MODE_BEFORE);
    try {
      if (before == ServiceMode.CLOSED) {
        boolean _ = DurableFile.delete(kept);
      } else {
        byte[] content = (before.name() + "\n").getBytes(StandardCharsets.US_ASCII);
        DurableFile.write(kept, content, DurableFile.OWNER_ONLY);
      }
    } catch (IOException unwritable) {
      LOG.warn("the machine stays closed if it cannot be erased", unwritable);
    }
  }

  private void order(String... words) throws IOException {
    List<String> _ = OutsideProgram.run(systemctl(words), 5, PATIENCE);
  }

  /** What ends this program, and sometimes systemctl before it has ended by itself. */
  private void orderLast(String... words) throws IOException {
    List<String> _ = OutsideProgram.run(systemctl(words), 5, PATIENCE, Set.of(0, TERMINATED));
  }

  private List<String> systemctl(String... words) {
    List<String> command = new ArrayList<>();
    command.add(places.programs().resolve("systemctl").toString());
    command.addAll(List.of(words));
    return command;
  }

  private List<String> journal(int lines) throws IOException {
    return OutsideProgram.run(
        List.of(
            places.programs().resolve("journalctl").toString(),
            "--no-pager",
            "--quiet",
            "--output=short-iso",
            "--identifier=kashidashi",
            "--lines=" + lines),
        lines,
        PATIENCE);
  }

  /** The stick may be pulled at once when this returns. */
  private String export(String what, Content content) throws IOException {
    String name = "%s-%s-%s.txt"
        .formatted(places.kioskId(), what, LocalDateTime.now(clock).format(STAMP));
    Path target = places.stick().resolve(name);
    // A file system without owners and modes.
    try (FileChannel file =
            FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file))) {
      content.writeTo(out);
      out.flush();
      file.force(true);
    } catch (FileAlreadyExistsException twice) {
      // Of a moment ago, and whole.
      throw twice;
    } catch (IOException full) {
      Files.deleteIfExists(target);
      throw new StickException.Refusing(name, full);
    }
    return name;
  }

  private void requireStick() throws IOException {
    String place = " " + places.stick() + " ";
    if (Files.readAllLines(places.mounts()).stream().noneMatch(line -> line.contains(place))) {
      throw new StickException.Missing();
    }
  }
}
