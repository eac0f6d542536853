package org.kashidashi.central.registry;

import java.util.Optional;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.PersonDetails;

/**
 * What is known once an authority has said whose card it is.
 *
 * @param linkedTo the library card that the person is linked to already
 * @param patronLinkedToAnother whether somebody else is linked to the library card
 * @param oldLinkOfAnother whether this very card was linked to another library card by the
 *     withdrawn method
 * @param told what the authority hands over
 * @param kept what the library keeps of the holder of the library card, or has just been told
 */
public record PersonFacts(
    Optional<PatronId> linkedTo,
    boolean patronLinkedToAnother,
    boolean oldLinkOfAnother,
    Optional<PersonDetails> told,
    Optional<PersonDetails> kept) {}
