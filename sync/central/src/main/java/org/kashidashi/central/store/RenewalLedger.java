package org.kashidashi.central.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.kashidashi.central.circulation.LoanRules;
import org.kashidashi.central.renewal.CheckVerdict;
import org.kashidashi.central.renewal.CheckedCard;
import org.kashidashi.central.renewal.MonthlyCheck;
import org.kashidashi.central.renewal.RenewalReport;
import org.kashidashi.central.renewal.RenewalRun;
import org.kashidashi.sync.circulation.PatronId;

/**
 * The memory of the monthly check. What a check makes of one card, and that it had its turn, is one
 * transaction.
 */
public final class RenewalLedger {
  private final StoreThread thread;
  private final Database database;
  private final LoanRules rules;
  private final RenewalTable table;

  RenewalLedger(StoreThread thread, Database database, StoreSettings settings) {
    this.thread = thread;
    this.database = database;
    this.rules = settings.rules();
    this.table = new RenewalTable(new Sql(database.connection()), settings.library());
  }

  /** Begins a month's run, or says how far it has come. */
  public RenewalRun begin(YearMonth month, Instant now) throws StoreException {
    return inTransaction(() -> {
      Optional<RenewalRun> begun = table.find(month);
      return begun.isPresent() ? begun.get() : table.begin(month, now);
    });
  }

  /**
   * Records what needs no answer of the authority, and says whether there is nothing to ask.
   *
   * <p>A card that is gone, or not linked any more, needs no answer and has no outcome.
   */
  public boolean recordUnasked(YearMonth month, PatronId patron, MonthlyCheck check, Instant now)
      throws StoreException {
    LocalDate day = rules.dayOf(now);
    return thread.call(() -> {
      Optional<CheckedCard> card = table.card(patron);
      if (card.isPresent() && check.unasked(card.get(), day).isEmpty()) {
        return false;
      }
      return database.inTransaction(
          () -> {
            Optional<CheckedCard> still = table.card(patron);
            Optional<CheckVerdict> verdict = still.flatMap(one -> check.unasked(one, day));
            if (still.isPresent() && verdict.isPresent()) {
              keep(month, patron, still.get(), verdict.get(), day);
            }
            return still.isEmpty() || verdict.isPresent();
          },
          _ -> true);
    });
  }

  /** What is made of a card as it is when that is recorded. */
  @FunctionalInterface
  public interface Judging {
    CheckVerdict judge(CheckedCard card, LocalDate day);
  }

  /** Judges the card as it is now. */
  public void record(YearMonth month, PatronId patron, Judging judging, Instant now)
      throws StoreException {
    LocalDate day = rules.dayOf(now);
    boolean _ = inTransaction(() -> {
      Optional<CheckedCard> card = table.card(patron);
      if (card.isPresent()) {
        keep(month, patron, card.get(), judging.judge(card.get(), day), day);
      }
      return true;
    });
  }

  /** Every card has had its turn. */
  public void walked(YearMonth month, Instant now) throws StoreException {
    boolean _ = inTransaction(() -> {
      table.walked(month, now);
      return true;
    });
  }

  /** For whom the authority gave no answer. */
  public Set<PatronId> unanswered(YearMonth month) throws StoreException {
    return thread.call(() -> table.unanswered(month));
  }

  public void finish(YearMonth month, Instant now) throws StoreException {
    boolean _ = inTransaction(() -> {
      table.finish(month, now);
      return true;
    });
  }

  public RenewalReport report(YearMonth month) throws StoreException {
    return inTransaction(() -> table.report(month));
  }

  private void keep(
      YearMonth month, PatronId patron, CheckedCard before, CheckVerdict verdict, LocalDate day)
      throws SQLException {
    table.apply(patron, before, verdict);
    table.record(month, patron, verdict.outcome(), day);
    table.pass(month, patron);
  }

  private <T> T inTransaction(Callable<T> work) throws StoreException {
    return thread.call(() -> database.inTransaction(work, _ -> true));
  }
}
