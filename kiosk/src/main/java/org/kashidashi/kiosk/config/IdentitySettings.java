package org.kashidashi.kiosk.config;

import java.util.List;

/** How far a reading without a PIN is trusted. */
public record IdentitySettings(Proof proof) {
  /** The least that a card has to prove. */
  public enum Proof {
    CERTIFICATE,
    CARD_CHALLENGE
  }

  private static final Setting<Proof> PROOF = Setting.otherwise(
      "identity.proof",
      Forms.choice(Proof.class),
      Proof.CERTIFICATE,
      "The least that a My Number Card has to prove without a PIN. With `certificate` a valid"
          + " certificate is enough, which a copy can show as well. With `card_challenge` the card"
          + " must also answer a fresh challenge with the key recorded at the counter when it was"
          + " linked; people linked without that key are sent to the counter, and so is the holder"
          + " of a reissued card, even where it inherits its link. Tried on software cards only,"
          + " on no real card.");
  static final List<Setting<?>> SETTINGS = List.of(PROOF);

  static IdentitySettings read(Values values) {
    return new IdentitySettings(values.get(PROOF));
  }
}
