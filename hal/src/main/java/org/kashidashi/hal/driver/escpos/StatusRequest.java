package org.kashidashi.hal.driver.escpos;

/** What DLE EOT n can ask, and how its answers are told from other bytes. */
enum StatusRequest {
  PRINTER(1),
  OFFLINE_CAUSE(2),
  PAPER(4);

  /** Of {@link #PRINTER}. */
  static final int OFFLINE = 0x08;

  /** Of {@link #OFFLINE_CAUSE}. */
  static final int COVER_OPEN = 0x04;

  /** Of {@link #OFFLINE_CAUSE}. */
  static final int STOPPED_BY_PAPER_END = 0x20;

  /** Of {@link #OFFLINE_CAUSE}: cutter, temperature or voltage. */
  static final int ERROR = 0x40;

  /** Of {@link #PAPER}; the near end (0x0C) stops nothing. */
  static final int PAPER_END = 0x60;

  private static final int FIXED_BITS = 0x93;
  private static final int FIXED_VALUE = 0x12;

  private final int number;

  StatusRequest(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /** Bits 1 and 4 are set, bits 0 and 7 are not, in every answer to DLE EOT and in no other. */
  static boolean isAnswer(int octet) {
    return (octet & FIXED_BITS) == FIXED_VALUE;
  }

  /** The answer to GS r 1: near end in both bits of 0x03, end in both bits of 0x0C, no other. */
  static boolean isPaperStatusInTurn(int octet) {
    return octet == 0x00 || octet == 0x03 || octet == 0x0C || octet == 0x0F;
  }
}
