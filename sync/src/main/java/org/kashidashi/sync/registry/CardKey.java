package org.kashidashi.sync.registry;

import java.util.Arrays;

/**
 * The public half of the key with which a card answers a challenge without a PIN.
 *
 * <p>It was read under PIN when the link was made; a copy of the card's certificate alone cannot
 * answer for it.
 */
public final class CardKey {
  private static final int BYTES_MAXIMUM = 1024;

  private final byte[] spki;

  /**
   * @param spki SubjectPublicKeyInfo (RFC 5280, 4.1), DER
   */
  public CardKey(byte[] spki) {
    if (spki.length == 0 || spki.length > BYTES_MAXIMUM) {
      throw new IllegalArgumentException(
          "card key of %d bytes, need 1 to %d".formatted(spki.length, BYTES_MAXIMUM));
    }
    this.spki = spki.clone();
  }

  public byte[] spki() {
    return spki.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CardKey that && Arrays.equals(spki, that.spki);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(spki);
  }

  /** Nothing of the key: it stands for a card, and so for a person. */
  @Override
  public String toString() {
    return "card key";
  }
}
