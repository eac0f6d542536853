package org.kashidashi.central.registry;

import java.util.Optional;
import org.kashidashi.central.library.LibraryRules;

/**
 * All that a registry must be told about its library.
 *
 * @param series the numbers of new library cards; empty if cards are given out elsewhere
 */
public record RegistryRules(LibraryRules library, Sites sites, Optional<CardSeries> series) {}
