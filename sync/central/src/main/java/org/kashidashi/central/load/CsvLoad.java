package org.kashidashi.central.load;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.LoadTransaction;
import org.kashidashi.central.store.StoreException;

/** Loads a set of CSV files into a store: all of it, or nothing and every mistake told. */
public final class CsvLoad {
  private final CentralStore store;
  private final LocalDate on;

  /**
   * A load of one day.
   *
   * @param on the library's day, which counts as that of the links in the files
   */
  public CsvLoad(CentralStore store, LocalDate on) {
    this.store = store;
    this.on = on;
  }

  public LoadReport load(CsvFiles files) throws StoreException {
    CsvMistakes mistakes = new CsvMistakes();
    AtomicLong rows = new AtomicLong();
    boolean kept = store.load(
        into -> {
          rows.set(readAll(files, into, mistakes));
          return mistakes.isEmpty();
        },
        on);
    return kept ? new LoadReport.Loaded(rows.get()) : mistakes.refused();
  }

  /** Loads links of the withdrawn method, of patrons that are there already. */
  public LoadReport loadOldLinks(CsvFile file) throws StoreException {
    CsvMistakes mistakes = new CsvMistakes();
    AtomicLong rows = new AtomicLong();
    boolean kept = store.load(
        into -> {
          rows.set(CsvTables.OLD_LINKS.read(file, into, mistakes));
          return mistakes.isEmpty();
        },
        on);
    return kept ? new LoadReport.Loaded(rows.get()) : mistakes.refused();
  }

  /** Patrons and items first: the others point at them. */
  private static long readAll(CsvFiles files, LoadTransaction into, CsvMistakes mistakes)
      throws StoreException {
    long rows = CsvTables.PATRONS.read(files.patrons(), into, mistakes);
    rows += CsvTables.ITEMS.read(files.items(), into, mistakes);
    rows += CsvTables.LINKS.read(files.links(), into, mistakes);
    if (files.holds().isPresent()) {
      rows += CsvTables.HOLDS.read(files.holds().get(), into, mistakes);
    }
    if (files.loans().isPresent()) {
      rows += CsvTables.LOANS.read(files.loans().get(), into, mistakes);
    }
    return rows;
  }
}
