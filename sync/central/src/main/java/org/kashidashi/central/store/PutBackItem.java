package org.kashidashi.central.store;

import java.time.Instant;
import org.kashidashi.sync.circulation.ItemBarcode;

/**
 * An item that a patron has put back at a kiosk, and that staff have not looked at.
 *
 * @param kiosk where
 */
public record PutBackItem(ItemBarcode item, String title, Instant at, String kiosk) {}
