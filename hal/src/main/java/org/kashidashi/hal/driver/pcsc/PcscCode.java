package org.kashidashi.hal.driver.pcsc;

import java.util.Arrays;

/** What a PC/SC function returned (pcsclite.h, "Error codes"). */
enum PcscCode {
  CANCELLED(0x80100002L),
  INVALID_HANDLE(0x80100003L),
  UNKNOWN_READER(0x80100009L),
  TIMEOUT(0x8010000AL),
  SHARING_VIOLATION(0x8010000BL),
  NO_SMARTCARD(0x8010000CL),
  PROTO_MISMATCH(0x8010000FL),
  COMM_ERROR(0x80100013L),
  INVALID_ATR(0x80100015L),
  NOT_TRANSACTED(0x80100016L),
  READER_UNAVAILABLE(0x80100017L),
  CARD_UNSUPPORTED(0x8010001CL),
  NO_SERVICE(0x8010001DL),
  SERVICE_STOPPED(0x8010001EL),
  NO_READERS_AVAILABLE(0x8010002EL),
  UNSUPPORTED_CARD(0x80100065L),
  UNRESPONSIVE_CARD(0x80100066L),
  UNPOWERED_CARD(0x80100067L),
  RESET_CARD(0x80100068L),
  REMOVED_CARD(0x80100069L),
  /** Any other; the message carries the number. */
  OTHER(-1);

  private final long value;

  PcscCode(long value) {
    this.value = value;
  }

  static PcscCode of(long value) {
    return Arrays.stream(values())
        .filter(each -> each.value == value)
        .findFirst()
        .orElse(OTHER);
  }
}
