package org.kashidashi.sync.registry.counter;

import java.util.Optional;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.CardKey;
import org.kashidashi.sync.registry.PinProof;

/**
 * A person's wish to use their card as a library card, with everything that was shown for it.
 *
 * @param consent whether the person agreed to the platform's terms and privacy policy
 * @param holderChecked whether staff have compared the person who is there, by a document, with the
 *     library's own record of the holder; needed where the registry keeps none
 * @param proof over a {@link LinkChallenge} of this registry
 * @param cardKey the card's challenge key, read under PIN; kept for proofs without a PIN
 */
public record LinkApplication(
    Holder holder,
    boolean consent,
    boolean holderChecked,
    PinProof proof,
    Optional<CardKey> cardKey) {
  /** Nobody has compared the person with the library's record. */
  public LinkApplication(
      Holder holder, boolean consent, PinProof proof, Optional<CardKey> cardKey) {
    this(holder, consent, false, proof, cardKey);
  }

  /** Whose library card it is to be. */
  public sealed interface Holder {
    /**
     * The person has one.
     *
     * @param shown what was there: a typed number is not enough
     */
    record HasCard(PatronId patron, Shown shown) implements Holder {}

    /** The person has one, linked by the method withdrawn in May 2024. */
    record Migrating(PatronId patron, Shown shown) implements Holder {}

    /** The person has none yet: registration and link in one go. */
    record Newcomer(Registration registration) implements Holder {}
  }

  /** What stands for the library card. */
  public enum Shown {
    LIBRARY_CARD,
    PHONE_CARD,
    TYPED_NUMBER
  }
}
