package org.kashidashi.central.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Digests that nobody without the key can make: short numbers would be found by trying. */
final class KeyedDigest {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKey key;

  KeyedDigest(SecretKey key) {
    this.key = key;
  }

  /**
   * HMAC-SHA-256 (RFC 2104) as 64 hexadecimal digits.
   *
   * @param purpose keeps digests of different things apart; without a zero byte
   */
  String of(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
