package org.kashidashi.kiosk.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a certification authority's certificate: what a person compares.
 *
 * @param hex 64 of 0-9 and a-f
 */
public record Fingerprint(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
  private static final int OCTETS_IN_A_LINE = 16;
  private static final int CHARACTERS_AN_OCTET = 3;

  public Fingerprint {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "fingerprint of %d characters, need 64 of 0-9 and a-f".formatted(hex.length()));
    }
  }

  static Fingerprint of(byte[] der) {
    try {
      return new Fingerprint(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /**
   * As a person types or copies it: in either case, with or without colons and spaces.
   *
   * @throws IllegalArgumentException if it is no SHA-256
   */
  public static Fingerprint typed(String text) {
    return new Fingerprint(text.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT));
  }

  /** In pairs with colons, as two lines. */
  public List<String> shown() {
    String colons =
        HexFormat.ofDelimiter(":").withUpperCase().formatHex(HexFormat.of().parseHex(hex));
    int half = OCTETS_IN_A_LINE * CHARACTERS_AN_OCTET;
    return List.of(colons.substring(0, half - 1), colons.substring(half));
  }

  @Override
  public String toString() {
    return hex;
  }
}
