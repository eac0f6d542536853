package org.kashidashi.hal.sim;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
  /** More than any script; a script that gets here has nobody listening. */
  private static final int MAXIMUM_QUEUED = 10_000;

  private sealed interface Step {}

  private record Told(ScannerEvent event) implements Step {}

  private record Ended() implements Step {}

  private final String name;
  private final ScanAssembler assembler = new ScanAssembler();
  private final LinkedBlockingQueue<Step> queue = new LinkedBlockingQueue<>();
  private final AtomicBoolean awaited = new AtomicBoolean();
  private volatile boolean closed;
  private boolean plugged;
  private long nanos;

  private SimScanner(String name) {
    this.name = name;
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
    scanner.tell(new ScannerEvent.Lost("scanner '%s' is not plugged in".formatted(name)));
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
      assembler.accept(octet, nanos).ifPresent(this::tell);
    }
  }

  /** Lets a silence pass that is too long within a line. */
  public void stall() {
    nanos += 2 * ScanAssembler.SILENCE_LIMIT.toNanos();
    assembler.expire(nanos).ifPresent(this::tell);
  }

  public void unplug() {
    if (!plugged) {
      throw new IllegalStateException("scanner '%s' is unplugged already".formatted(name));
    }
    plugged = false;
    assembler.reset();
    tell(new ScannerEvent.Lost("scanner '%s' was unplugged".formatted(name)));
  }

  public void replug() {
    if (plugged) {
      throw new IllegalStateException("scanner '%s' is plugged in already".formatted(name));
    }
    plugged = true;
    tell(new ScannerEvent.Ready());
  }

  /** How many events nobody has awaited. */
  public int undelivered() {
    return (int) queue.stream().filter(Told.class::isInstance).count();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<ScannerEvent> await(Duration timeout) {
    if (!awaited.compareAndSet(false, true)) {
      throw new IllegalStateException("scanner '%s' is awaited by two threads".formatted(name));
    }
    try {
      return closed ? Optional.empty() : next(timeout);
    } finally {
      awaited.set(false);
    }
  }

  @Override
  public void close() {
    closed = true;
    queue.add(new Ended());
  }

  private Optional<ScannerEvent> next(Duration timeout) {
    try {
      Step step = queue.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
      return step instanceof Told(ScannerEvent event) ? Optional.of(event) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void tell(ScannerEvent event) {
    if (closed) {
      throw new IllegalStateException("scanner '%s' is closed".formatted(name));
    }
    if (queue.size() >= MAXIMUM_QUEUED) {
      throw new IllegalStateException(
          "scanner '%s' has %d events that nobody awaits".formatted(name, queue.size()));
    }
    queue.add(new Told(event));
  }
}
