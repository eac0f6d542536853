package org.kashidashi.hal.card.jpki.pin;

import java.util.Arrays;

/** What became of the wish for a signature. */
public sealed interface SigningAnswer
    permits SigningAnswer.Signed, SigningAnswer.NotVerified, CardTrouble {
  /** SHA256withRSA (RFC 8017, 8.2) over the challenge, unchecked. */
  final class Signed implements SigningAnswer {
    private final byte[] signature;

    Signed(byte[] signature) {
      this.signature = signature.clone();
    }

    public byte[] signature() {
      return signature.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Signed that && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(signature);
    }
  }

  /** The card does not count the PIN as verified: verify it again, then ask at once. */
  record NotVerified() implements SigningAnswer, KeyAnswer {}
}
