package org.kashidashi.kiosk.diagnosis.check;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.kashidashi.hal.barcode.BarcodeScanner;
import org.kashidashi.hal.barcode.ScannerEvent;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.sync.circulation.barcode.BarcodeMeaning;

/** Whether a barcode of the library comes through. What it says is not told. */
public final class ScannerCheck implements CheckRun {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final BarcodeScanner scanner;
  private final Function<String, BarcodeMeaning> meaning;
  private final Place place;
  private final LongSupplier nanoTime;

  public ScannerCheck(
      BarcodeScanner scanner,
      Function<String, BarcodeMeaning> meaning,
      Place place,
      LongSupplier nanoTime) {
    this.scanner = scanner;
    this.meaning = meaning;
    this.place = place;
    this.nanoTime = nanoTime;
  }

  @Override
  public Condition run(Consumer<Hint> hints) throws DiagnosisException, InterruptedException {
    place.hold();
    try {
      return tried(hints);
    } finally {
      place.release();
    }
  }

  private Condition tried(Consumer<Hint> hints) throws DiagnosisException, InterruptedException {
    hints.accept(new Hint(Hint.Wish.SCAN, 1, 1));
    Wait wait = new Wait(nanoTime, PATIENCE);
    while (!wait.over()) {
      Duration slice = wait.slice();
      Optional<ScannerEvent> event = place.call(() -> scanner.await(slice));
      Optional<Condition> told = event.flatMap(this::judged);
      if (told.isPresent()) {
        return told.get();
      }
    }
    return bad(Cause.NOTHING_SCANNED);
  }

  private Optional<Condition> judged(ScannerEvent event) {
    return switch (event) {
      case ScannerEvent.Scanned(var scan) -> Optional.of(understood(scan.text()));
      case ScannerEvent.Rejected _ -> Optional.of(bad(Cause.SCAN_NOT_UNDERSTOOD));
      case ScannerEvent.Lost _ -> Optional.of(bad(Cause.SCANNER_MISSING));
      case ScannerEvent.Ready _ -> Optional.empty();
    };
  }

  private Condition understood(String text) {
    Fact length = Fact.number(Subject.CHARACTERS, text.length());
    return switch (meaning.apply(text)) {
      case BarcodeMeaning.LibraryCard _, BarcodeMeaning.LibraryItem _, BarcodeMeaning.Isbn _ ->
        Condition.good(Part.SCANNER, device(), length);
      case BarcodeMeaning.Misread _, BarcodeMeaning.Unknown _ ->
        Condition.bad(Part.SCANNER, Cause.SCAN_NOT_UNDERSTOOD, device(), length);
    };
  }

  private Condition bad(Cause cause) {
    return Condition.bad(Part.SCANNER, cause, device());
  }

  private Fact device() {
    return Fact.text(Subject.DEVICE, scanner.name());
  }
}
