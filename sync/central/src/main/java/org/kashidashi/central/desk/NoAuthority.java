package org.kashidashi.central.desk;

import org.kashidashi.sync.registry.Authority;
import org.kashidashi.sync.registry.IdentifierWish;
import org.kashidashi.sync.registry.Introduction;
import org.kashidashi.sync.registry.PersonIdentifier;
import org.kashidashi.sync.registry.PinProof;
import org.kashidashi.sync.registry.SignatureStanding;

/** The authority of a library that has none: nobody is introduced, so nobody is linked. */
public final class NoAuthority implements Authority {
  private static final String REASON = "no authority is configured";

  @Override
  public Introduction introduce(PinProof proof, IdentifierWish wish) {
    return new Introduction.Unavailable(REASON);
  }

  @Override
  public SignatureStanding signatureStanding(PersonIdentifier person) {
    return new SignatureStanding.Unavailable(REASON);
  }
}
