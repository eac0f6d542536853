package org.kashidashi.central.registry;

import java.util.Optional;
import org.kashidashi.central.circulation.PatronRecord;

/**
 * What central knows of the library card that a link is to be made to.
 *
 * @param patron empty if there is no such card, or none yet
 * @param oldMethod whether an imported link of the withdrawn method waits to be migrated
 */
public record HolderFacts(Optional<PatronRecord> patron, boolean oldMethod) {}
