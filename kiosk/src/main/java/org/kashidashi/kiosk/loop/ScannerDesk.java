package org.kashidashi.kiosk.loop;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kashidashi.hal.barcode.BarcodeScanner;
import org.kashidashi.hal.barcode.ScannerEvent;
import org.kashidashi.kiosk.session.SessionEvent;
import org.kashidashi.sync.circulation.barcode.BarcodeMeaning;

/** The barcode scanner's thread: says what each scan means. {@link #poll} is its alone. */
public final class ScannerDesk {
  private final BarcodeScanner scanner;
  private final Function<String, BarcodeMeaning> meaning;
  private final Consumer<SessionEvent> events;

  /** What was said of the scanner when it went; empty while it is there. */
  private Optional<ScannerEvent> missing = Optional.empty();

  public ScannerDesk(
      BarcodeScanner scanner,
      Function<String, BarcodeMeaning> meaning,
      Consumer<SessionEvent> events) {
    this.scanner = scanner;
    this.meaning = meaning;
    this.events = events;
  }

  /** Waits for one event, at most {@code timeout}. */
  public void poll(Duration timeout) {
    awaited(timeout).map(this::eventOf).ifPresent(events);
  }

  private Optional<ScannerEvent> awaited(Duration timeout) {
    Optional<ScannerEvent> event = scanner.await(timeout);
    if (event.isPresent()) {
      missing = event.filter(ScannerEvent.Lost.class::isInstance);
    }
    return event;
  }

  /**
   * The scanner as a check uses it on this thread: its losses are told as always, and one that was
   * told before is told to the check again.
   */
  public BarcodeScanner lent() {
    return new Lent();
  }

  private final class Lent implements BarcodeScanner {
    @Override
    public String name() {
      return scanner.name();
    }

    @Override
    public Optional<ScannerEvent> await(Duration timeout) {
      Optional<ScannerEvent> event = awaited(timeout);
      event
          .filter(told -> told instanceof ScannerEvent.Lost || told instanceof ScannerEvent.Ready)
          .map(ScannerDesk.this::eventOf)
          .ifPresent(events);
      return event.or(() -> missing);
    }

    @Override
    public void close() {
      // The desk keeps it.
    }
  }

  private SessionEvent eventOf(ScannerEvent event) {
    return switch (event) {
      case ScannerEvent.Scanned(var scan) ->
        new SessionEvent.CodeScanned(meaning.apply(scan.text()));
      case ScannerEvent.Rejected _ -> new SessionEvent.ScanFailed();
      case ScannerEvent.Lost _ -> new SessionEvent.ScannerSeen(false);
      case ScannerEvent.Ready _ -> new SessionEvent.ScannerSeen(true);
    };
  }
}
