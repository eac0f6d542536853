package org.kashidashi.hal.card.jpki;

import java.util.Arrays;

/** What a card made of a challenge without a PIN, unchecked: a signature, or anything else. */
public final class ChallengeAnswer {
  private final CardChallenge challenge;
  private final byte[] signature;

  public ChallengeAnswer(CardChallenge challenge, byte[] signature) {
    this.challenge = challenge;
    this.signature = signature.clone();
  }

  public CardChallenge challenge() {
    return challenge;
  }

  /** SHA256withRSA over the challenge's bytes, if the card is honest. */
  public byte[] signature() {
    return signature.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChallengeAnswer that
        && challenge.equals(that.challenge)
        && Arrays.equals(signature, that.signature);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(signature);
  }

  /** Nothing of the signature: it tells one card from another. */
  @Override
  public String toString() {
    return "answer of %d bytes".formatted(signature.length);
  }
}
