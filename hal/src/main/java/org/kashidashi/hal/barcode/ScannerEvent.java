package org.kashidashi.hal.barcode;

/** What a barcode scanner has to say. */
public sealed interface ScannerEvent {
  /** One barcode, bounded and printable. */
  record Scanned(Scan scan) implements ScannerEvent {}

  /** A line arrived that is no scan; nothing of it is kept. */
  record Rejected(Reason reason) implements ScannerEvent {
    /** Why a line is no scan. */
    public enum Reason {
      TOO_LONG,
      /** A byte outside printable ASCII. */
      CONTROL_CHARACTER,
      /** The line stopped half way; what came later may be its tail, so it is no scan either. */
      INCOMPLETE
    }
  }

  /** The scanner is gone: unplugged, or its line cannot be opened. Said once. */
  record Lost(String reason) implements ScannerEvent {}

  /** The scanner is there: at the start, and after it was lost. Said once. */
  record Ready() implements ScannerEvent {}
}
