package org.kashidashi.hal.sim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.kashidashi.hal.card.StatusWord;

/** Reference data of a software card: its value, its retry counter, its security status. */
final class CardPin {
  private final int triesMax;
  private final boolean usable;
  private byte[] value;
  private int triesLeft;
  private boolean verified;

  private CardPin(String value, int triesMax, boolean usable) {
    this.value = value.getBytes(StandardCharsets.US_ASCII);
    this.triesMax = triesMax;
    this.triesLeft = triesMax;
    this.usable = usable;
  }

  static CardPin of(String value, int triesMax) {
    return new CardPin(value, triesMax, true);
  }

  /** Reference data that nobody can verify, as on a face-authentication card. */
  static CardPin unusable() {
    return new CardPin("", 0, false);
  }

  boolean verified() {
    return verified;
  }

  /** VERIFY without data: the retry counter, at no cost (ISO/IEC 7816-4, 11.6.6). */
  StatusWord counter() {
    return blocked() ? StatusWord.REFERENCE_DATA_NOT_USABLE : StatusWord.counter(triesLeft);
  }

  StatusWord verify(byte[] presented) {
    if (blocked()) {
      return StatusWord.REFERENCE_DATA_NOT_USABLE;
    }
    if (MessageDigest.isEqual(value, presented)) {
      triesLeft = triesMax;
      verified = true;
      return StatusWord.SUCCESS;
    }
    triesLeft--;
    verified = false;
    return StatusWord.counter(triesLeft);
  }

  /** CHANGE REFERENCE DATA in the form that brings the new value alone. */
  StatusWord change(byte[] replacement) {
    if (!verified) {
      return StatusWord.SECURITY_STATUS_NOT_SATISFIED;
    }
    value = replacement.clone();
    return StatusWord.SUCCESS;
  }

  void leaveField() {
    verified = false;
  }

  private boolean blocked() {
    return !usable || triesLeft == 0;
  }
}
