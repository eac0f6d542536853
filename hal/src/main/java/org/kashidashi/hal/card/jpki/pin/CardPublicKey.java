package org.kashidashi.hal.card.jpki.pin;

import java.util.Arrays;

/** The public half of the key with which a card answers a challenge without a PIN. Personal. */
public final class CardPublicKey {
  private final byte[] spki;

  CardPublicKey(byte[] spki) {
    this.spki = spki.clone();
  }

  /** SubjectPublicKeyInfo (RFC 5280, 4.1.2.7), DER. */
  public byte[] spki() {
    return spki.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CardPublicKey that && Arrays.equals(spki, that.spki);
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
