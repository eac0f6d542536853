package org.kashidashi.kiosk.console.signin;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a technician signs to sign in: good for one machine, one name and one time.
 *
 * @param nonce 128 bits, base32 (RFC 4648) in groups
 */
public record Challenge(String device, String name, String nonce) {
  private static final int NONCE_BYTES = 16;
  private static final int GROUP = 4;
  private static final int SIGN_BITS = 5;
  private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** The version stands in it, so that a reply can never be taken for one to something else. */
  private static final String PURPOSE = "kashidashi-console-1";

  private static final Pattern FORM = Pattern.compile(
      PURPOSE + " ([a-z0-9-]{1,32}) ([a-z][a-z0-9.-]{0,31}) ((?:[A-Z2-7]{4}-){6}[A-Z2-7]{2})");

  /** A fresh one. */
  static Challenge of(String device, String name, RandomGenerator random) {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return new Challenge(device, name, grouped(bytes));
  }

  /** The one line that is signed, as UTF-8. */
  public String line() {
    return PURPOSE + " " + device + " " + name + " " + nonce;
  }

  /** Reads such a line; empty if it is none, so that nobody gets anything else signed. */
  public static Optional<Challenge> parse(String line) {
    Matcher matcher = FORM.matcher(line);
    return matcher.matches()
        ? Optional.of(new Challenge(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  private static String grouped(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int signs = (bytes.length * Byte.SIZE + SIGN_BITS - 1) / SIGN_BITS;
    for (int i = 0; i < signs; i++) {
      if (i > 0 && i % GROUP == 0) {
        text.append('-');
      }
      int value = 0;
      for (int bit = i * SIGN_BITS; bit < (i + 1) * SIGN_BITS; bit++) {
        int octet = bit / Byte.SIZE;
        int set = octet < bytes.length ? bytes[octet] >> (7 - bit % Byte.SIZE) & 1 : 0;
        value = value << 1 | set;
      }
      text.append(SIGNS.charAt(value));
    }
    return text.toString();
  }
}
