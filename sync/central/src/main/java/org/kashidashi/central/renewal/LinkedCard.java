package org.kashidashi.central.renewal;

import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.PersonIdentifier;

/** A library card, and what the authority calls the person who linked it. Personal. */
public record LinkedCard(PatronId patron, PersonIdentifier person) {}
