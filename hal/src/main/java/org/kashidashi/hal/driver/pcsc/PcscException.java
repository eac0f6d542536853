package org.kashidashi.hal.driver.pcsc;

import javax.smartcardio.CardException;

/** A PC/SC function that failed, with its code, which the JDK's own provider keeps to itself. */
@SuppressWarnings("serial")
final class PcscException extends CardException {
  private final PcscCode code;

  PcscException(PcscCode code, String message) {
    super(message);
    this.code = code;
  }

  static PcscException of(String function, long value) {
    PcscCode code = PcscCode.of(value);
    return new PcscException(code, "%s returned %08X (%s)".formatted(function, value, code));
  }

  PcscCode code() {
    return code;
  }
}
