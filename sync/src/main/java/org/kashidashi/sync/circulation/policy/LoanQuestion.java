package org.kashidashi.sync.circulation.policy;

import java.time.LocalDate;
import java.util.Optional;
import org.kashidashi.sync.circulation.CirculationStatus;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.Freshness;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.ItemFacts;
import org.kashidashi.sync.circulation.PatronStanding;

/**
 * Everything a rule may look at.
 *
 * @param standing its loansOut counts this kiosk's own loans too, confirmed or not
 * @param age of the standing
 * @param today in the library's time zone; worth nothing if the clock is not trusted
 * @param unconfirmed how many loans of this patron the library system has not confirmed yet
 * @param lentNow whether this item was lent in this very session
 */
public record LoanQuestion(
    PatronStanding standing,
    Freshness.Age age,
    LocalDate today,
    ClockState clock,
    int unconfirmed,
    boolean lentNow,
    ItemKnowledge item) {

  /** A question about the patron alone, before anything is scanned. */
  public static LoanQuestion aboutPatron(
      PatronStanding standing,
      Freshness.Age age,
      LocalDate today,
      ClockState clock,
      int unconfirmed) {
    return new LoanQuestion(
        standing, age, today, clock, unconfirmed, false, new ItemKnowledge.NotScanned());
  }

  /** Expiry is not judged by a clock that nobody trusts: the library system looks again. */
  boolean libraryCardExpired() {
    return clock.trusted() && today.isAfter(standing.expires());
  }

  /** What the library system has just said, if it has. */
  Optional<ItemFacts> facts() {
    return item instanceof ItemKnowledge.Answered answered
        ? Optional.of(answered.facts())
        : Optional.empty();
  }

  boolean itemStands(CirculationStatus status) {
    return facts().filter(facts -> facts.status() == status).isPresent();
  }

  boolean itemIs(ItemClass itemClass) {
    Optional<Item> known = switch (item) {
      case ItemKnowledge.Answered answered -> Optional.of(answered.facts().item());
      case ItemKnowledge.Remembered remembered -> Optional.of(remembered.item());
      case ItemKnowledge.NotScanned _, ItemKnowledge.NotInCatalogue _, ItemKnowledge.Unseen _ ->
        Optional.empty();
    };
    return known.filter(found -> found.itemClass() == itemClass).isPresent();
  }
}
