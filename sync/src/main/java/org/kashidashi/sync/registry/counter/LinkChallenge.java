package org.kashidashi.sync.registry.counter;

import java.util.Arrays;

/** Random bytes that a card is to sign; each is good for one link. */
public final class LinkChallenge {
  /** As many as the digest has that is signed. */
  public static final int BYTES = 32;

  private final byte[] bytes;

  public LinkChallenge(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "challenge of %d bytes, need %d".formatted(bytes.length, BYTES));
    }
    this.bytes = bytes.clone();
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinkChallenge that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
