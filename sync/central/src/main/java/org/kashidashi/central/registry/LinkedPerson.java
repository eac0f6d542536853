package org.kashidashi.central.registry;

import java.util.Optional;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.PersonIdentifier;

/**
 * An active link, with the identifier by which an authority can be asked. Personal.
 *
 * @param person empty for a link from before identifiers were kept
 */
public record LinkedPerson(PatronId patron, Optional<PersonIdentifier> person) {}
