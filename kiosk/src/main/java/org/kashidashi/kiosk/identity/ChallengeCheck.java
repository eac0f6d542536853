package org.kashidashi.kiosk.identity;

import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.kashidashi.hal.card.jpki.ChallengeAnswer;
import org.kashidashi.sync.registry.CardKey;

/** Decides whether an answer to a challenge was made with a recorded key. Pure. */
final class ChallengeCheck {
  private ChallengeCheck() {}

  /** Whether it is SHA256withRSA (RFC 8017, 8.2) by this key over the challenge. */
  static boolean holds(CardKey key, ChallengeAnswer answer) {
    return parsed(key)
        .map(parameters -> SignatureScheme.SHA256_WITH_RSA.verifies(
            parameters, answer.challenge().bytes(), answer.signature()))
        .orElse(false);
  }

  private static Optional<AsymmetricKeyParameter> parsed(CardKey key) {
    try {
      return SignatureScheme.key(SubjectPublicKeyInfo.getInstance(key.spki()));
    } catch (IllegalArgumentException | IllegalStateException noKey) {
      // What the registry keeps came from a card once: bytes that are no key verify nothing.
      return Optional.empty();
    }
  }
}
