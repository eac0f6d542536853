package org.kashidashi.kiosk.counter;

import java.util.Optional;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.barcode.BarcodeMeaning;
import org.kashidashi.sync.circulation.barcode.BarcodeReading;

/** Asks for the numbers of library cards and items, scanned or typed. */
final class Numbers {
  private final Talk talk;
  private final BarcodeReading barcodes;

  Numbers(Talk talk, BarcodeReading barcodes) {
    this.talk = talk;
    this.barcodes = barcodes;
  }

  PatronId patron() throws DialogueOverException, TaskEndedException {
    while (true) {
      Optional<PatronId> patron = patron(talk.askFor(Phrase.PATRON_NUMBER));
      if (patron.isPresent()) {
        return patron.get();
      }
    }
  }

  /** Empty if staff pressed Enter, for which the prompt says what it stands for. */
  Optional<PatronId> patronOrEnter(Phrase prompt) throws DialogueOverException, TaskEndedException {
    while (true) {
      String line = talk.ask(prompt);
      Optional<PatronId> patron = line.isEmpty() ? Optional.empty() : patron(line);
      if (line.isEmpty() || patron.isPresent()) {
        return patron;
      }
    }
  }

  /** Empty if staff pressed Enter: there are no more. */
  Optional<ItemBarcode> itemOrEnter() throws DialogueOverException, TaskEndedException {
    while (true) {
      String line = talk.ask(Phrase.ITEM_NUMBER);
      if (line.isEmpty()) {
        return Optional.empty();
      }
      switch (barcodes.read(line)) {
        case BarcodeMeaning.LibraryItem(ItemBarcode item) -> {
          return Optional.of(item);
        }
        case BarcodeMeaning.LibraryCard _, BarcodeMeaning.Unknown _ ->
          talk.tell(Phrase.NOT_AN_ITEM);
        case BarcodeMeaning.Isbn _ -> talk.tell(Phrase.BOOKSHOP_BARCODE);
        case BarcodeMeaning.Misread _ -> talk.tell(Phrase.MISREAD);
      }
    }
  }

  private Optional<PatronId> patron(String line) {
    return switch (barcodes.read(line)) {
      case BarcodeMeaning.LibraryCard(PatronId patron) -> Optional.of(patron);
      case BarcodeMeaning.Misread _ -> {
        talk.tell(Phrase.MISREAD);
        yield Optional.empty();
      }
      case BarcodeMeaning.LibraryItem _, BarcodeMeaning.Isbn _, BarcodeMeaning.Unknown _ -> {
        talk.tell(Phrase.NOT_A_LIBRARY_CARD);
        yield Optional.empty();
      }
    };
  }
}
