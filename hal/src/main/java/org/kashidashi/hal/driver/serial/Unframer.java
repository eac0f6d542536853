package org.kashidashi.hal.driver.serial;

import java.time.Duration;
import java.util.Optional;
import org.kashidashi.hal.barcode.ScanAssembler;
import org.kashidashi.hal.barcode.ScannerEvent;
import org.kashidashi.hal.barcode.ScannerEvent.Rejected;
import org.kashidashi.hal.barcode.ScannerEvent.Rejected.Reason;

/**
 * Takes the frame off every line before scans are made of it. Belongs to the thread of its scanner.
 *
 * <p>A line whose frame is not whole is rejected once, at its terminator or when it falls silent.
 */
final class Unframer {
  private static final Duration SILENCE_LIMIT = ScanAssembler.SILENCE_LIMIT;

  private final ScanAssembler assembler = new ScanAssembler();
  private final String prefix;
  private final String suffix;

  /** The last bytes of the line, as many as the suffix has: they may be the suffix. */
  private final StringBuilder held = new StringBuilder();

  private int prefixed;
  private Line line = Line.EMPTY;
  private long lastByteNanos;

  private enum Line {
    EMPTY,
    BEGUN,
    /** Not to be believed, which nobody has been told yet. */
    BROKEN,
    TOLD
  }

  Unframer(ScanFrame frame) {
    this.prefix = frame.prefix();
    this.suffix = frame.suffix();
  }

  static boolean isTerminator(int octet) {
    return octet == '\r' || octet == '\n' || octet == '\t';
  }

  /** As {@link ScanAssembler#accept}. */
  Optional<ScannerEvent> accept(byte octet, long nanoTime) {
    if (prefix.isEmpty() && suffix.isEmpty()) {
      return assembler.accept(octet, nanoTime);
    }
    if (silentAt(nanoTime) && line == Line.BEGUN) {
      line = Line.BROKEN;
    }
    lastByteNanos = nanoTime;
    if (isTerminator(octet)) {
      return endLine(octet, nanoTime);
    }
    if (line == Line.EMPTY) {
      line = Line.BEGUN;
    }
    return line == Line.BEGUN ? takeUp(octet, nanoTime) : Optional.empty();
  }

  /** As {@link ScanAssembler#expire}. */
  Optional<ScannerEvent> expire(long nanoTime) {
    if (prefix.isEmpty() && suffix.isEmpty()) {
      return assembler.expire(nanoTime);
    }
    boolean untold = line == Line.BEGUN || line == Line.BROKEN;
    if (!untold || !silentAt(nanoTime)) {
      return Optional.empty();
    }
    line = Line.TOLD;
    return Optional.of(new Rejected(Reason.INCOMPLETE));
  }

  void reset() {
    assembler.reset();
    held.setLength(0);
    prefixed = 0;
    line = Line.EMPTY;
  }

  private boolean silentAt(long nanoTime) {
    return nanoTime - lastByteNanos > SILENCE_LIMIT.toNanos();
  }

  private Optional<ScannerEvent> takeUp(byte octet, long nanoTime) {
    if (prefixed < prefix.length()) {
      line = octet == prefix.charAt(prefixed) ? Line.BEGUN : Line.BROKEN;
      prefixed++;
      return Optional.empty();
    }
    held.append((char) (octet & 0xFF));
    if (held.length() <= suffix.length()) {
      return Optional.empty();
    }
    byte next = (byte) held.charAt(0);
    held.deleteCharAt(0);
    Optional<ScannerEvent> rejected = assembler.accept(next, nanoTime);
    if (rejected.isPresent()) {
      line = Line.TOLD;
    }
    return rejected;
  }

  private Optional<ScannerEvent> endLine(byte terminator, long nanoTime) {
    Line ended = line;
    boolean whole = prefixed == prefix.length() && held.compareTo(new StringBuilder(suffix)) == 0;
    Optional<ScannerEvent> scan =
        ended == Line.BEGUN && whole ? assembler.accept(terminator, nanoTime) : Optional.empty();
    reset();
    return switch (ended) {
      case EMPTY, TOLD -> Optional.empty();
      case BROKEN -> Optional.of(new Rejected(Reason.INCOMPLETE));
      case BEGUN -> whole ? scan : Optional.of(new Rejected(Reason.INCOMPLETE));
    };
  }
}
