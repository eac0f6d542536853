package org.kashidashi.central.renewal;

import java.time.LocalDate;
import org.kashidashi.sync.circulation.Renewal;

/**
 * What a monthly check makes of a library card.
 *
 * @param expires never earlier than before
 */
public record CheckVerdict(CheckOutcome outcome, LocalDate expires, Renewal renewal) {}
