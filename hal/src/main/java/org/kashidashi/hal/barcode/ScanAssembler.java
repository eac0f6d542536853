package org.kashidashi.hal.barcode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.kashidashi.hal.barcode.ScannerEvent.Rejected;
import org.kashidashi.hal.barcode.ScannerEvent.Rejected.Reason;
import org.kashidashi.hal.barcode.ScannerEvent.Scanned;

/**
 * Makes scans of the bytes that a scanner sends. Belongs to the thread of its scanner.
 *
 * <p>A line ends with CR, LF, CR LF or Tab; empty lines are skipped. A line that is no scan is told
 * as soon as that is known, and nothing is believed until its terminator has come: the tail of a
 * broken line would be a shorter barcode, and could be another item's.
 *
 * <p>Time is what {@link System#nanoTime} gives: only differences are looked at.
 */
public final class ScanAssembler {
  /** A scanner sends a line at once; at 9600 baud 64 characters take 67 ms. */
  public static final Duration SILENCE_LIMIT = Duration.ofMillis(500);

  private final Duration silenceLimit;
  private final byte[] line = new byte[Scan.MAXIMUM_LENGTH];
  private int length;
  private boolean discarding;
  private boolean told;
  private long lastByteNanos;

  public ScanAssembler() {
    this(SILENCE_LIMIT);
  }

  /** For scanners among which a hand may be: it types, but not as fast. */
  public ScanAssembler(Duration silenceLimit) {
    this.silenceLimit = silenceLimit;
  }

  /** Takes the next byte; gives what it completes. */
  public Optional<ScannerEvent> accept(byte octet, long nanoTime) {
    if (silentAt(nanoTime)) {
      discarding = true;
      told = false;
    }
    lastByteNanos = nanoTime;
    if (octet == '\r' || octet == '\n' || octet == '\t') {
      return endLine();
    }
    if (discarding) {
      return Optional.empty();
    }
    if (!Scan.isPrintable(octet)) {
      return reject(Reason.CONTROL_CHARACTER);
    }
    if (length == line.length) {
      return reject(Reason.TOO_LONG);
    }
    line[length] = octet;
    length++;
    return Optional.empty();
  }

  /** To be asked while nothing comes: tells of a line that stopped half way, once. */
  public Optional<ScannerEvent> expire(long nanoTime) {
    return !discarding && silentAt(nanoTime) ? reject(Reason.INCOMPLETE) : Optional.empty();
  }

  /** To be told when some of the bytes were lost: what comes up to the terminator is no scan. */
  public Optional<ScannerEvent> spoil(long nanoTime) {
    lastByteNanos = nanoTime;
    return discarding ? Optional.empty() : reject(Reason.INCOMPLETE);
  }

  /** Forgets the line, because the device is gone and its rest will never come. */
  public void reset() {
    length = 0;
    discarding = false;
    told = false;
  }

  private boolean silentAt(long nanoTime) {
    return (length > 0 || discarding) && nanoTime - lastByteNanos > silenceLimit.toNanos();
  }

  private Optional<ScannerEvent> endLine() {
    boolean whole = !discarding && length > 0;
    boolean untold = discarding && !told;
    String text = new String(line, 0, length, StandardCharsets.US_ASCII);
    reset();
    if (untold) {
      return Optional.of(new Rejected(Reason.INCOMPLETE));
    }
    return whole ? Optional.of(new Scanned(new Scan(text))) : Optional.empty();
  }

  private Optional<ScannerEvent> reject(Reason reason) {
    length = 0;
    discarding = true;
    told = true;
    return Optional.of(new Rejected(reason));
  }
}
