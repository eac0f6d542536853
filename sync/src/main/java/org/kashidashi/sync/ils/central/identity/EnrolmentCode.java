package org.kashidashi.sync.ils.central.identity;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What {@code central enrol} prints for one kiosk: a secret, and the mark of the authority that it
 * may be told to.
 *
 * <p>32 characters of Crockford's base 32 in groups of 4: first 80 random bits, then the first 80
 * bits of SHA-256 over the SubjectPublicKeyInfo of central's authority.
 */
public final class EnrolmentCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int GROUP = 4;
  private static final int GROUPS = 8;
  private static final int HALF = 16;
  private static final int MARK_BYTES = 10;

  private final String secret;
  private final byte[] mark;

  private EnrolmentCode(String letters) {
    this.secret = letters.substring(0, HALF);
    this.mark = bytes(letters.substring(HALF));
  }

  /**
   * Reads what a person typed: hyphens, blanks and case do not matter, nor O for 0, I and L for 1.
   *
   * @throws MistypedCodeException names the group to look at
   */
  public static EnrolmentCode typed(String text) throws MistypedCodeException {
    String letters = text.replaceAll("[-\\s]", "")
        .toUpperCase(Locale.ROOT)
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
    for (int index = 0; index < Math.min(letters.length(), GROUP * GROUPS); index++) {
      if (ALPHABET.indexOf(letters.charAt(index)) < 0) {
        throw new MistypedCodeException(
            "group %d of the enrolment code holds a character that no code has; compare it again"
                .formatted(index / GROUP + 1));
      }
    }
    if (letters.length() != GROUP * GROUPS) {
      throw new MistypedCodeException(
          "the enrolment code has %d characters, need %d in %d groups of %d%s"
              .formatted(letters.length(), GROUP * GROUPS, GROUPS, GROUP, oddGroup(text)));
    }
    return new EnrolmentCode(letters);
  }

  private static String oddGroup(String text) {
    List<String> groups = new ArrayList<>(Arrays.asList(text.strip().split("[-\\s]+", GROUPS + 1)));
    for (int index = 0; groups.size() > 1 && index < groups.size(); index++) {
      if (groups.get(index).length() != GROUP) {
        return "; look at group %d".formatted(index + 1);
      }
    }
    return "";
  }

  /** The first half, as central wants it. */
  public String secret() {
    return secret;
  }

  /** Whether the second half is the mark of this authority. */
  public boolean marks(X509Certificate authority) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(authority.getPublicKey().getEncoded());
      return MessageDigest.isEqual(mark, Arrays.copyOf(digest, MARK_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] bytes(String letters) {
    BigInteger number = BigInteger.ZERO;
    for (int index = 0; index < letters.length(); index++) {
      number = number.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(letters.charAt(index))));
    }
    byte[] all = number.toByteArray();
    byte[] bytes = new byte[MARK_BYTES];
    // Drops the sign byte, or fills up with leading zeros.
    int length = Math.min(all.length, MARK_BYTES);
    System.arraycopy(all, all.length - length, bytes, MARK_BYTES - length, length);
    return bytes;
  }

  @Override
  public String toString() {
    return "enrolment code";
  }
}
