package org.kashidashi.sync.registry.counter;

import org.kashidashi.sync.registry.IdentifierKind;

/**
 * A link was made.
 *
 * @param by what it rests on
 */
public record Linked(CounterPatron patron, IdentifierKind by) {}
