package org.kashidashi.hal.card;

/**
 * The status word SW1-SW2 that closes a response APDU (ISO/IEC 7816-4, 5.6).
 *
 * @param value 0 to 0xFFFF
 */
public record StatusWord(int value) {
  public static final StatusWord SUCCESS = new StatusWord(0x9000);
  public static final StatusWord END_OF_FILE = new StatusWord(0x6282);
  public static final StatusWord WRONG_LENGTH = new StatusWord(0x6700);
  public static final StatusWord CHANNEL_NOT_SUPPORTED = new StatusWord(0x6881);
  public static final StatusWord SECURE_MESSAGING_NOT_SUPPORTED = new StatusWord(0x6882);
  public static final StatusWord SECURITY_STATUS_NOT_SATISFIED = new StatusWord(0x6982);
  public static final StatusWord REFERENCE_DATA_BLOCKED = new StatusWord(0x6983);
  public static final StatusWord REFERENCE_DATA_NOT_USABLE = new StatusWord(0x6984);
  public static final StatusWord CONDITIONS_OF_USE_NOT_SATISFIED = new StatusWord(0x6985);
  public static final StatusWord NO_CURRENT_EF = new StatusWord(0x6986);
  public static final StatusWord FUNCTION_NOT_SUPPORTED = new StatusWord(0x6A81);
  public static final StatusWord NOT_FOUND = new StatusWord(0x6A82);
  public static final StatusWord INCORRECT_P1_P2 = new StatusWord(0x6A86);
  public static final StatusWord REFERENCED_DATA_NOT_FOUND = new StatusWord(0x6A88);
  public static final StatusWord OFFSET_OUTSIDE_EF = new StatusWord(0x6B00);
  public static final StatusWord INSTRUCTION_NOT_SUPPORTED = new StatusWord(0x6D00);
  public static final StatusWord CLASS_NOT_SUPPORTED = new StatusWord(0x6E00);
  public static final StatusWord NO_PRECISE_DIAGNOSIS = new StatusWord(0x6F00);

  public StatusWord {
    if (value < 0 || value > 0xFFFF) {
      throw new IllegalArgumentException("status word " + value + " is not 16 bits");
    }
  }

  /** 63CX: the counter in the last digit (ISO/IEC 7816-4, table 6). */
  public static StatusWord counter(int triesLeft) {
    if (triesLeft < 0 || triesLeft > 15) {
      throw new IllegalArgumentException("retry counter " + triesLeft + " is not 0 to 15");
    }
    return new StatusWord(0x63C0 | triesLeft);
  }

  @Override
  public String toString() {
    return "%04X".formatted(value);
  }
}
