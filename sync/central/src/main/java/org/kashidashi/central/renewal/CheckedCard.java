package org.kashidashi.central.renewal;

import java.time.LocalDate;
import org.kashidashi.central.circulation.Residence;
import org.kashidashi.sync.circulation.Renewal;

/**
 * What a monthly check looks at of a library card.
 *
 * @param expires the last day on which it is valid
 */
public record CheckedCard(LocalDate expires, Renewal renewal, Residence residence) {}
