package org.kashidashi.hal.card.jpki;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The DigestInfo that a card pads and signs (RFC 8017, 9.2, note 1). */
public final class DigestInfo {
  private static final byte[] SHA256 =
      HexFormat.of().parseHex("3031300D060960864801650304020105000420");

  private DigestInfo() {}

  /** Of a message's SHA-256 digest, so that the signature is SHA256withRSA over the message. */
  public static byte[] ofSha256(byte[] message) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(message);
      byte[] both = Arrays.copyOf(SHA256, SHA256.length + digest.length);
      System.arraycopy(digest, 0, both, SHA256.length, digest.length);
      return both;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
