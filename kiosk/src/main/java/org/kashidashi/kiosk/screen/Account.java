package org.kashidashi.kiosk.screen;

import java.time.LocalDate;
import java.util.Optional;
import org.kashidashi.sync.circulation.Renewal;

/**
 * What the lending screen shows of a patron.
 *
 * @param patron the masked number of the library card
 * @param expires last day on which the library card is valid
 * @param expiresSoon how it is prolonged, if that day is near
 * @param lentNow how many items were lent in this session
 * @param loansBefore how many items the patron had before
 * @param loansLeft how many more the patron may have
 */
public record Account(
    String patron,
    LocalDate expires,
    Optional<Renewal> expiresSoon,
    int lentNow,
    int loansBefore,
    int loansLeft) {}
