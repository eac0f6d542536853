package org.kashidashi.central.store;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is kept of a library card's holder besides a personal record.
 *
 * @param linkedOn when the link was made; empty if there is none
 * @param cardKey whether the key is kept with which the linked card answers a challenge
 * @param oldMethod whether a link of the withdrawn method waits to be migrated
 */
public record KeptOfPatron(
    Optional<LocalDate> linkedOn, boolean cardKey, boolean oldMethod, int loansOut) {}
