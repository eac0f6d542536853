package org.kashidashi.hal.sim;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * What a test authority is to write into one certificate.
 *
 * @param subjectCode the opaque common name, 1 to 64 characters
 * @param lengthMinimum how long the DER shall at least be, filled up with an extension that means
 *     nothing; 0 for no filling
 */
public record LeafProfile(
    String subjectCode,
    BigInteger serial,
    Instant notBefore,
    Instant notAfter,
    CertificatePolicy policy,
    Set<CertificateUse> uses,
    int lengthMinimum) {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
  private static final int SUBJECT_CODE_MAX = 64;
  private static final int LENGTH_MAX = 4096;

  public LeafProfile {
    if (subjectCode.isEmpty() || subjectCode.length() > SUBJECT_CODE_MAX) {
      throw new IllegalArgumentException("subject code of %d characters, need 1 to %d"
          .formatted(subjectCode.length(), SUBJECT_CODE_MAX));
    }
    if (lengthMinimum < 0 || lengthMinimum > LENGTH_MAX) {
      throw new IllegalArgumentException(
          "certificate length %d, need 0 to %d".formatted(lengthMinimum, LENGTH_MAX));
    }
    uses = Set.copyOf(uses);
  }

  /** The user-authentication certificate of a test card. */
  public static LeafProfile userAuthentication(
      String subjectCode, BigInteger serial, Instant notBefore, Instant notAfter) {
    return new LeafProfile(
        subjectCode,
        serial,
        notBefore,
        notAfter,
        CertificatePolicy.TEST_USER_AUTHENTICATION,
        Set.of(CertificateUse.DIGITAL_SIGNATURE),
        0);
  }

  /** 14:59:59Z: certificates end with the last second of a day in Japan. */
  public static Instant endOf(LocalDate lastDay) {
    return lastDay.atTime(LAST_SECOND).atZone(JAPAN).toInstant();
  }

  public LeafProfile withPolicy(CertificatePolicy other) {
    return new LeafProfile(subjectCode, serial, notBefore, notAfter, other, uses, lengthMinimum);
  }

  public LeafProfile withUses(Set<CertificateUse> others) {
    return new LeafProfile(subjectCode, serial, notBefore, notAfter, policy, others, lengthMinimum);
  }

  public LeafProfile withLengthMinimum(int bytes) {
    return new LeafProfile(subjectCode, serial, notBefore, notAfter, policy, uses, bytes);
  }

  /** Without the subject code and the serial: both point to a person. */
  @Override
  public String toString() {
    return "%s certificate, %s to %s".formatted(policy, notBefore, notAfter);
  }
}
