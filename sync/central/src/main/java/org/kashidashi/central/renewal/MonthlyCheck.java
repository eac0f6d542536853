package org.kashidashi.central.renewal;

import java.time.LocalDate;
import java.util.Optional;
import org.kashidashi.central.circulation.Residence;
import org.kashidashi.central.validity.ValidityRule;
import org.kashidashi.sync.circulation.Renewal;
import org.kashidashi.sync.registry.SignatureStanding;

/**
 * Decides what a monthly check makes of a library card. Pure.
 *
 * <p>It never shortens a card and never revives one that has expired. Whatever else speaks against
 * prolonging sends the person to a counter.
 */
public final class MonthlyCheck {
  private final ValidityRule validity;

  public MonthlyCheck(ValidityRule validity) {
    this.validity = validity;
  }

  /** What can be said without asking the authority; empty if it is to be asked. */
  public Optional<CheckVerdict> unasked(CheckedCard card, LocalDate day) {
    if (card.expires().isBefore(day)) {
      return Optional.of(toCounter(card, CheckOutcome.EXPIRED));
    }
    return card.residence() == Residence.COMMUTER
        ? Optional.of(new CheckVerdict(CheckOutcome.COMMUTER, card.expires(), Renewal.WITH_PROOF))
        : Optional.empty();
  }

  /**
   * What follows from the authority's answer, if it may still follow.
   *
   * @param day of the check, as the library counts days
   */
  public CheckVerdict judge(CheckedCard card, SignatureStanding answer, LocalDate day) {
    return unasked(card, day).orElseGet(() -> switch (answer) {
      case SignatureStanding.Valid _ -> prolonged(card, day);
      case SignatureStanding.None _ -> toCounter(card, CheckOutcome.NO_SIGNATURE_CERTIFICATE);
      case SignatureStanding.Revoked _ ->
        toCounter(card, CheckOutcome.SIGNATURE_CERTIFICATE_REVOKED);
      case SignatureStanding.UnknownPerson _ -> toCounter(card, CheckOutcome.UNKNOWN_TO_AUTHORITY);
      case SignatureStanding.Unavailable _ -> toCounter(card, CheckOutcome.AUTHORITY_UNAVAILABLE);
    });
  }

  /** What becomes of a card whose holder the authority cannot be asked about. */
  public CheckVerdict unaskable(CheckedCard card, LocalDate day) {
    return unasked(card, day).orElseGet(() -> toCounter(card, CheckOutcome.IDENTIFIER_NOT_KEPT));
  }

  private CheckVerdict prolonged(CheckedCard card, LocalDate day) {
    LocalDate until = validity.validUntil(day, Optional.empty());
    return until.isAfter(card.expires())
        ? new CheckVerdict(CheckOutcome.PROLONGED, until, Renewal.AUTOMATIC)
        : new CheckVerdict(CheckOutcome.LONGER_ALREADY, card.expires(), Renewal.AUTOMATIC);
  }

  /** Who was never renewed by a check is told nothing of a failure: they go to a counter anyway. */
  private static CheckVerdict toCounter(CheckedCard card, CheckOutcome outcome) {
    Renewal renewal = switch (card.renewal()) {
      case AUTOMATIC, AUTOMATIC_FAILED -> Renewal.AUTOMATIC_FAILED;
      case AT_COUNTER -> Renewal.AT_COUNTER;
      case WITH_PROOF -> Renewal.WITH_PROOF;
    };
    return new CheckVerdict(outcome, card.expires(), renewal);
  }
}
