package org.kashidashi.central.store;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.kashidashi.central.registry.Verdict;
import org.kashidashi.central.staff.StaffStep;
import org.kashidashi.sync.circulation.PatronId;

/** Does what staff ask for and writes it down, in one transaction. */
final class AuditedWork {
  private static final String OK = "OK";

  private final StoreThread thread;
  private final Database database;
  private final AuditTable audit;

  AuditedWork(StoreThread thread, Database database, KeyedDigest digest) {
    this.thread = thread;
    this.database = database;
    this.audit = new AuditTable(new Sql(database.connection()), digest);
  }

  <T> Verdict<T> of(StaffStep step, Callable<Verdict<T>> work) throws StoreException {
    return of(step, work, _ -> step.patron());
  }

  /**
   * As the other.
   *
   * @param whose the patron that the outcome is about, where the question could not name one
   */
  <T> Verdict<T> of(
      StaffStep step, Callable<Verdict<T>> work, Function<T, Optional<PatronId>> whose)
      throws StoreException {
    return inTransaction(() -> {
      Verdict<T> verdict = work.call();
      switch (verdict) {
        case Verdict.Granted<T> granted ->
          audit.add(whose.apply(granted.value()).map(step::about).orElse(step), OK);
        case Verdict.Refused<T> refused -> audit.add(step, refused.refusal().name());
      }
      return verdict;
    });
  }

  <T> T inTransaction(Callable<T> work) throws StoreException {
    return thread.call(() -> database.inTransaction(work, _ -> true));
  }

  AuditTable audit() {
    return audit;
  }
}
