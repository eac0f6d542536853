package org.kashidashi.central.registry;

import java.time.LocalDate;
import org.kashidashi.central.library.LibraryRules;
import org.kashidashi.sync.registry.counter.LinkApplication;

/**
 * A wish for a link, with what is known before an authority is asked.
 *
 * @param linkingHere whether links are made at the site that asks
 * @param registering whether library cards are given out in this system
 */
public record LinkQuestion(
    LibraryRules rules,
    LocalDate today,
    boolean linkingHere,
    boolean registering,
    LinkApplication application,
    HolderFacts holder) {}
