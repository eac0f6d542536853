package org.kashidashi.sync.registry;

/**
 * What the authority (MyKey platform, Digital Agency) does at a counter and once a month; who a card
 * belongs to without a PIN is asked of {@link IdentityResolver}.
 *
 * <p>Calls block for at most the authority's own time limit, from any thread, and never throw for
 * what the world does.
 */
public interface Authority {
  /** Asks who a person is who has just proved with the PIN that the certificate is theirs. */
  Introduction introduce(PinProof proof, IdentifierWish wish);

  /** Asks how the person's signature certificate stands now. */
  SignatureStanding signatureStanding(PersonIdentifier person);
}
