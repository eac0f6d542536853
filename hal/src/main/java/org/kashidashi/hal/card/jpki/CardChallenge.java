package org.kashidashi.hal.card.jpki;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Fresh random bytes that a card is asked to sign. */
public final class CardChallenge {
  /** As many as the digest has that is signed. */
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private CardChallenge(byte[] bytes) {
    this.bytes = bytes;
  }

  public static CardChallenge fresh(RandomGenerator random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new CardChallenge(bytes);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CardChallenge that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
