package org.kashidashi.central.store;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kashidashi.central.staff.AuditEntry;
import org.kashidashi.central.staff.SignedIn;
import org.kashidashi.central.staff.StaffAccount;
import org.kashidashi.central.staff.StaffAction;
import org.kashidashi.central.staff.StaffStep;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.counter.LinkChallenge;
import org.kashidashi.sync.registry.counter.StaffName;

/** Who works at the counters, and what they did. Any thread may call it, as the store it is part of. */
public final class StaffRegister {
  private final AuditedWork work;
  private final StaffTable staff;
  private final SignInTries tries;
  private final TicketTable tickets;

  StaffRegister(StoreThread thread, Database database, StoreKeys keys) {
    Sql sql = new Sql(database.connection());
    this.work = new AuditedWork(thread, database, keys.digest());
    this.staff = new StaffTable(sql);
    this.tries = new SignInTries(sql);
    this.tickets = new TicketTable(sql, keys.digest());
  }

  /**
   * Makes an account.
   *
   * @param password as {@code PasswordHash} makes it
   * @return whether there was none of this name
   */
  public boolean add(StaffAccount account, String password, Instant now) throws StoreException {
    return byOperator(
        account.name(), StaffAction.ADD_ACCOUNT, now, () -> staff.add(account, password));
  }

  /** Whether there was such an account; whoever is signed in with it is out. */
  public boolean remove(StaffName name, Instant now) throws StoreException {
    return byOperator(name, StaffAction.REMOVE_ACCOUNT, now, () -> staff.remove(name));
  }

  /** Whether there is such an account; whoever is signed in with it is out, a lock is off. */
  public boolean setPassword(StaffName name, String password, Instant now) throws StoreException {
    return byOperator(name, StaffAction.SET_PASSWORD, now, () -> {
      tickets.endAll(name);
      tries.forget(name);
      return staff.setPassword(name, password);
    });
  }

  /** Written down under the name of the account that it is about, at central itself. */
  private boolean byOperator(
      StaffName name, StaffAction action, Instant now, Callable<Boolean> change)
      throws StoreException {
    return work.inTransaction(() -> {
      boolean done = change.call();
      StaffStep step = StaffStep.of(name, StaffStep.AT_CENTRAL, action, now);
      work.audit().add(step, done ? "OK" : "NOTHING_DONE");
      return done;
    });
  }

  public List<StaffAccount> all() throws StoreException {
    return work.inTransaction(staff::all);
  }

  /** Whether too many wrong passwords came in a row, and not long ago. */
  public boolean locked(StaffName name, Instant now) throws StoreException {
    return work.inTransaction(() -> tries.locked(name, now));
  }

  /** The text that the password of this account must fit. */
  public Optional<String> password(StaffName name) throws StoreException {
    return work.inTransaction(() -> staff.password(name));
  }

  /** Counts a wrong password, of a name that may be nobody's. */
  public void wrong(StaffName name, StaffStep step) throws StoreException {
    work.inTransaction(() -> {
      tries.wrong(name, step.at());
      work.audit().add(step, "WRONG_SIGN_IN");
      return true;
    });
  }

  /**
   * Gives out a ticket to whoever told the right password.
   *
   * @param judged the text that the password fitted
   * @return the account; empty if it was removed, or got another password, meanwhile
   */
  public Optional<StaffAccount> signIn(StaffName name, StaffStep step, String judged, String secret)
      throws StoreException {
    return work.inTransaction(() -> {
      if (!staff.password(name).equals(Optional.of(judged))) {
        return Optional.empty();
      }
      tries.forget(name);
      tickets.add(name, step.station(), secret, step.at());
      work.audit().add(step, "OK");
      return Optional.of(new StaffAccount(name, staff.roles(name)));
    });
  }

  /** Who has this ticket, at the station that it was given to. */
  public Optional<SignedIn> use(String secret, String station, Instant now) throws StoreException {
    return work.inTransaction(() -> tickets.use(secret, station, now));
  }

  public void signOut(SignedIn who, StaffStep step) throws StoreException {
    work.inTransaction(() -> {
      tickets.end(who.ticket());
      work.audit().add(step, "OK");
      return true;
    });
  }

  /** Writes down what was refused before the database was asked to do it. */
  public void note(StaffStep step, String outcome) throws StoreException {
    work.inTransaction(() -> {
      work.audit().add(step, outcome);
      return true;
    });
  }

  /** Remembers a challenge, in the place of an earlier one of this ticket. */
  public void challenge(SignedIn who, StaffStep step, LinkChallenge challenge)
      throws StoreException {
    work.inTransaction(() -> {
      tickets.challenge(who, challenge, step.at());
      work.audit().add(step, "OK");
      return true;
    });
  }

  /** Whether the challenge was given to this ticket a short while ago; then it is used up. */
  public boolean useChallenge(SignedIn who, LinkChallenge challenge, Instant now)
      throws StoreException {
    return work.inTransaction(() -> tickets.useChallenge(who, challenge, now));
  }

  /**
   * Removes what was written down before the first day of a month, and writes that down.
   *
   * @return how many lines that were; nothing is written down of none
   */
  public int prune(YearMonth keptFrom, Instant now) throws StoreException {
    return work.inTransaction(() -> {
      int gone = work.audit().prune(keptFrom.atDay(1));
      if (gone > 0) {
        work.audit().add(StaffStep.ofOperator(StaffAction.PRUNE_AUDIT, now), "OK");
      }
      return gone;
    });
  }

  /** What staff did, oldest first, so many after a number; about one patron, if one is named. */
  public List<AuditEntry> audit(long after, Optional<PatronId> patron, int limit)
      throws StoreException {
    return work.inTransaction(() -> work.audit().after(after, patron, limit));
  }
}
