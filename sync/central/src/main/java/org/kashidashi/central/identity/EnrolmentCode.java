package org.kashidashi.central.identity;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What staff carry from central to a kiosk: a secret, and by what the kiosk knows central.
 *
 * @param secret 16 characters
 * @param authority 16 characters of the digest of the authority's public key
 */
record EnrolmentCode(String secret, String authority) {
  /** Crockford's base 32: no I, L, O and U. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int BITS_OF_A_CHARACTER = 5;
  private static final int PART_BYTES = 10;
  private static final int PART_CHARACTERS = 16;
  private static final Pattern SECRET =
      Pattern.compile("[" + ALPHABET + "]{" + PART_CHARACTERS + "}");

  static EnrolmentCode make(X509Certificate authority, SecureRandom random) {
    byte[] secret = new byte[PART_BYTES];
    random.nextBytes(secret);
    byte[] digest = digest(authority.getPublicKey().getEncoded());
    return new EnrolmentCode(text(secret), text(Arrays.copyOf(digest, PART_BYTES)));
  }

  /** In groups of four, to be read out. */
  String printed() {
    return (secret + authority).replaceAll("(.{4})(?=.)", "$1-");
  }

  /** As people type it; whatever is no secret then is one that nobody has. */
  static String normalised(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replace("-", "")
        .replace(" ", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }

  static boolean isSecret(String normalised) {
    return SECRET.matcher(normalised).matches();
  }

  static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Eighty bits, the first ones first. */
  private static String text(byte[] bytes) {
    BigInteger bits = new BigInteger(1, bytes);
    StringBuilder text = new StringBuilder();
    for (int place = PART_CHARACTERS - 1; place >= 0; place--) {
      int value = bits.shiftRight(place * BITS_OF_A_CHARACTER).intValue() & (ALPHABET.length() - 1);
      text.append(ALPHABET.charAt(value));
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return "enrolment code";
  }
}
