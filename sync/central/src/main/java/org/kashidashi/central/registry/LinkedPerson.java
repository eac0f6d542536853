package org.kashidashi.central.registry;

import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.PersonIdentifier;

/** An active link, with the identifier by which an authority can be asked. Personal. */
public record LinkedPerson(PatronId patron, PersonIdentifier person) {}
