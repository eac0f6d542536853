package org.kashidashi.hal.sim;

import java.math.BigInteger;
import java.util.List;

/**
 * The invented person to whom a test card is issued, with the secrets only that person knows.
 *
 * @param subjectCode the opaque common name in the certificates
 * @param certificateSerial of the user-authentication certificate
 * @param name as printed on the card
 * @param pin four digits, for user authentication
 * @param inputPin four digits, for the card-face input application; often the same
 * @param signaturePassword 6 to 16 upper-case letters and digits
 */
public record CardHolder(
    String subjectCode,
    BigInteger certificateSerial,
    String name,
    String pin,
    String inputPin,
    String signaturePassword) {
  /** An impossible individual number: its check digit is wrong. */
  static final String INDIVIDUAL_NUMBER = "999999999999";

  /** 照合番号B: birth date, expiry year, security code. */
  static final String REFERENCE_B = "00010120300000";

  public CardHolder {
    for (String each : List.of(pin, inputPin)) {
      if (!each.matches("[0-9]{4}")) {
        throw new IllegalArgumentException(
            "PIN of %d characters, need 4 digits".formatted(each.length()));
      }
    }
    if (!signaturePassword.matches("[0-9A-Z]{6,16}")) {
      throw new IllegalArgumentException(
          "signature password of %d characters, need 6 to 16 of 0-9 and A-Z"
              .formatted(signaturePassword.length()));
    }
  }

  /** 貸出太郎, of a municipality that cannot exist. */
  public static CardHolder example() {
    return numbered(1);
  }

  /**
   * One of many holders; the same number gives the same one.
   *
   * @param number 1 to 9999
   */
  public static CardHolder numbered(int number) {
    if (number < 1 || number > 9999) {
      throw new IllegalArgumentException("holder number %d, need 1 to 9999".formatted(number));
    }
    return new CardHolder(
        "9999%04dTESTTT99999001A".formatted(number),
        BigInteger.valueOf(0x0E0000L + number),
        "貸出太郎",
        "1234",
        "1234",
        "TEST1234");
  }

  /** The same person with another PIN for the card-face input application. */
  public CardHolder withInputPin(String other) {
    return new CardHolder(subjectCode, certificateSerial, name, pin, other, signaturePassword);
  }

  /** The number alone would point to a person; neither it nor a secret is printed. */
  @Override
  public String toString() {
    return "card holder #%08x".formatted(subjectCode.hashCode());
  }
}
