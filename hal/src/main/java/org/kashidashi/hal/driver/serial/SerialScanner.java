package org.kashidashi.hal.driver.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.kashidashi.hal.barcode.BarcodeScanner;
import org.kashidashi.hal.barcode.ScannerEvent;

/**
 * A barcode scanner on a serial line or a USB one that looks like it (CDC-ACM).
 *
 * <p>Everything is confined to the thread that calls {@link #await}, except {@link #close}, which
 * takes the line away from under it. An await may last up to 50 ms longer than its timeout.
 */
public final class SerialScanner implements BarcodeScanner {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

  /** How long a patron waits at most after somebody has put the plug back. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** Four lines of the greatest length: more is told in the next call. */
  private static final int BUFFER_BYTES = 256;

  private final String name;
  private final SerialSettings settings;
  private final Unframer unframer;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int buffered;
  private int taken;
  private volatile Line line;

  private sealed interface Line {}

  private record Open(SerialPort port) implements Line {}

  private record Gone(boolean told, Duration pause, long nextAttemptNanos) implements Line {}

  /** Opens nothing yet: the line may be missing when the kiosk starts. */
  public SerialScanner(String name, SerialSettings settings) {
    this.name = name;
    this.settings = settings;
    this.unframer = new Unframer(settings.frame());
    this.line = new Gone(false, FIRST_PAUSE, System.nanoTime());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<ScannerEvent> await(Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (closed.getCount() > 0) {
      Optional<ScannerEvent> event = switch (line) {
        case Open(SerialPort port) -> receive(port, deadline);
        case Gone gone -> connect(gone, deadline);
      };
      if (event.isPresent()) {
        return event;
      }
      if (System.nanoTime() - deadline >= 0) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    closed.countDown();
    if (line instanceof Open(SerialPort port)) {
      port.closePort(); // ends a running read
    }
  }

  private Optional<ScannerEvent> receive(SerialPort port, long deadline) {
    if (taken == buffered) {
      boolean mayWait = System.nanoTime() - deadline < 0 || port.bytesAvailable() != 0;
      int count = mayWait ? port.readBytes(buffer, buffer.length) : 0;
      if (count < 0) {
        return lose(port);
      }
      taken = 0;
      buffered = count;
    }
    while (taken < buffered) {
      Optional<ScannerEvent> event = unframer.accept(buffer[taken], System.nanoTime());
      taken++;
      if (event.isPresent()) {
        return event;
      }
    }
    return unframer.expire(System.nanoTime());
  }

  private Optional<ScannerEvent> lose(SerialPort port) {
    port.closePort();
    unframer.reset();
    taken = 0;
    buffered = 0;
    line = new Gone(true, FIRST_PAUSE, System.nanoTime() + FIRST_PAUSE.toNanos());
    if (closed.getCount() == 0) {
      return Optional.empty();
    }
    return Optional.of(new ScannerEvent.Lost(
        "scanner '%s': line %s broke, put its plug back".formatted(name, settings.device())));
  }

  private Optional<ScannerEvent> connect(Gone gone, long deadline) {
    long now = System.nanoTime();
    if (now - gone.nextAttemptNanos() < 0) {
      waitUnlessClosed(Math.min(gone.nextAttemptNanos() - now, Math.max(0, deadline - now)));
      return Optional.empty();
    }
    Optional<SerialPort> port = SerialConnection.open(settings);
    if (port.isPresent()) {
      line = new Open(port.get());
      if (closed.getCount() == 0) {
        port.get().closePort(); // closed while we were opening
        return Optional.empty();
      }
      return Optional.of(new ScannerEvent.Ready());
    }
    Duration next = gone.pause().multipliedBy(2);
    line = new Gone(
        true,
        next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE,
        now + gone.pause().toNanos());
    return gone.told()
        ? Optional.empty()
        : Optional.of(new ScannerEvent.Lost(
            "scanner '%s': line %s cannot be opened, check plug, path and permission"
                .formatted(name, settings.device())));
  }

  private void waitUnlessClosed(long nanos) {
    try {
      // Whether it was closed is asked by the loop above.
      var _ = closed.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed.countDown(); // somebody wants this thread to end
    }
  }
}
