package org.kashidashi.sync.registry.counter;

import org.kashidashi.sync.circulation.Item;

/**
 * An item came back.
 *
 * @param heldForAnother whether it goes to the hold shelf
 */
public record CheckedIn(Item item, boolean heldForAnother) {}
