package org.kashidashi.hal.sim;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.kashidashi.hal.barcode.BarcodeScanner;
import org.kashidashi.hal.barcode.ScanAssembler;
import org.kashidashi.hal.barcode.ScannerEvent;

/**
 * A barcode scanner played by a script. One thread plays, another one awaits: between them lies a
 * queue.
 *
 * <p>Strict: it refuses to scan without a plug, to be plugged twice, to be awaited by two threads
 * at once, and to be played after it was closed. Time stands still for it except in {@link #stall}.
 */
public final class SimScanner implements BarcodeScanner {
  private final String name;
  private final ScanAssembler assembler = new ScanAssembler();
  private final SimQueue<ScannerEvent> queue;
  private boolean plugged;
  private long nanos;

  private SimScanner(String name) {
    this.name = name;
    this.queue = new SimQueue<>("scanner '%s'".formatted(name));
  }

  /** A scanner that is there from the start. */
  public static SimScanner pluggedIn(String name) {
    SimScanner scanner = new SimScanner(name);
    scanner.replug();
    return scanner;
  }

  /** A scanner that somebody forgot to plug in. */
  public static SimScanner unplugged(String name) {
    SimScanner scanner = new SimScanner(name);
    scanner.queue.tell(new ScannerEvent.Lost("scanner '%s' is not plugged in".formatted(name)));
    return scanner;
  }

  /** Reads one barcode: its text and a carriage return. */
  public void scan(String text) {
    send((text + "\r").getBytes(StandardCharsets.UTF_8));
  }

  /** Sends bytes as they are. */
  public void send(byte... octets) {
    if (!plugged) {
      throw new IllegalStateException("scanner '%s' is unplugged, replug it first".formatted(name));
    }
    for (byte octet : octets) {
      assembler.accept(octet, nanos).ifPresent(queue::tell);
    }
  }

  /** Lets a silence pass that is too long within a line. */
  public void stall() {
    nanos += 2 * ScanAssembler.SILENCE_LIMIT.toNanos();
    assembler.expire(nanos).ifPresent(queue::tell);
  }

  public void unplug() {
    if (!plugged) {
      throw new IllegalStateException("scanner '%s' is unplugged already".formatted(name));
    }
    plugged = false;
    assembler.reset();
    queue.tell(new ScannerEvent.Lost("scanner '%s' was unplugged".formatted(name)));
  }

  public void replug() {
    if (plugged) {
      throw new IllegalStateException("scanner '%s' is plugged in already".formatted(name));
    }
    plugged = true;
    queue.tell(new ScannerEvent.Ready());
  }

  /** How many events nobody has awaited. */
  public int undelivered() {
    return queue.undelivered();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<ScannerEvent> await(Duration timeout) {
    return queue.await(timeout);
  }

  @Override
  public void close() {
    queue.close();
  }
}
