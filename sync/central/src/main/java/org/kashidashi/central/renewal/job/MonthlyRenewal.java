package org.kashidashi.central.renewal.job;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.kashidashi.central.renewal.LinkedCard;
import org.kashidashi.central.renewal.MonthlyCheck;
import org.kashidashi.central.renewal.RenewalReport;
import org.kashidashi.central.renewal.RenewalRun;
import org.kashidashi.central.store.RenewalLedger;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.Authority;
import org.kashidashi.sync.registry.SignatureStanding;

/**
 * Prolongs library cards once a month by asking the authority.
 *
 * <p>It may be cut off anywhere: what it made of a card, and that the card had its turn, is on the
 * disk together, and the next run of the month goes on behind it. Only those are asked about again
 * for whom there was no answer. Used by one thread of one program at a time.
 */
public final class MonthlyRenewal {
  /** Somebody whose link is removed meanwhile is asked about at most so many cards later. */
  private static final int PAGE = 50;

  /** So many cards without an answer, one after the other, and nobody is there. */
  private static final int SILENCE_MAXIMUM = 20;

  private final RenewalPopulation population;
  private final RenewalLedger ledger;
  private final Authority authority;
  private final MonthlyCheck check;
  private final Clock clock;
  private final ZoneId zone;

  public MonthlyRenewal(
      RenewalPopulation population,
      RenewalLedger ledger,
      Authority authority,
      MonthlyCheck check,
      Clock clock,
      ZoneId zone) {
    this.population = population;
    this.ledger = ledger;
    this.authority = authority;
    this.check = check;
    this.clock = clock;
    this.zone = zone;
  }

  /** Begins the run of the month that it is now, or goes on with it; one that is over does nothing. */
  public RenewalReport run() throws StoreException {
    YearMonth month = YearMonth.from(LocalDate.ofInstant(clock.instant(), zone));
    RenewalRun run = ledger.begin(month, clock.instant());
    if (!run.finished() && walked(run) && askedAgain(month)) {
      ledger.finish(month, clock.instant());
    }
    return ledger.report(month);
  }

  private boolean walked(RenewalRun run) throws StoreException {
    if (run.walked()) {
      return true;
    }
    boolean heard = walk(run.month(), run.after(), _ -> true);
    if (heard) {
      ledger.walked(run.month(), clock.instant());
    }
    return heard;
  }

  /** Whether nobody is left without an answer. */
  private boolean askedAgain(YearMonth month) throws StoreException {
    Set<PatronId> unanswered = ledger.unanswered(month);
    if (unanswered.isEmpty()) {
      return true;
    }
    return walk(month, Optional.empty(), card -> unanswered.contains(card.patron()))
        && ledger.unanswered(month).isEmpty();
  }

  /** Whether the authority was there to the end. */
  private boolean walk(YearMonth month, Optional<PatronId> start, Predicate<LinkedCard> whose)
      throws StoreException {
    int silent = 0;
    Optional<PatronId> after = start;
    List<LinkedCard> page = population.page(after, PAGE);
    while (!page.isEmpty()) {
      for (LinkedCard card : page) {
        if (whose.test(card)) {
          silent = answered(month, card) ? 0 : silent + 1;
        }
        if (silent >= SILENCE_MAXIMUM) {
          return false;
        }
      }
      after = Optional.of(page.getLast().patron());
      page = population.page(after, PAGE);
    }
    return true;
  }

  private boolean answered(YearMonth month, LinkedCard card) throws StoreException {
    if (ledger.recordUnasked(month, card.patron(), check, clock.instant())) {
      return true;
    }
    if (card.person().isEmpty()) {
      ledger.record(month, card.patron(), check::unaskable, clock.instant());
      return true;
    }
    SignatureStanding answer = authority.signatureStanding(card.person().get());
    ledger.record(
        month, card.patron(), (one, day) -> check.judge(one, answer, day), clock.instant());
    return !(answer instanceof SignatureStanding.Unavailable);
  }
}
