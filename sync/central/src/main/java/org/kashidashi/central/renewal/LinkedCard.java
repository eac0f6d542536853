package org.kashidashi.central.renewal;

import java.util.Optional;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.PersonIdentifier;

/**
 * A library card, and what the authority calls the person who linked it. Personal.
 *
 * @param person empty for a link from before identifiers were kept
 */
public record LinkedCard(PatronId patron, Optional<PersonIdentifier> person) {}
