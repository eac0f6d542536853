package org.kashidashi.central.load;

import java.util.concurrent.atomic.AtomicLong;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.LoadTransaction;
import org.kashidashi.central.store.StoreException;

/** Loads a set of CSV files into a store: all of it, or nothing and every mistake told. */
public final class CsvLoad {
  private final CentralStore store;

  public CsvLoad(CentralStore store) {
    this.store = store;
  }

  public LoadReport load(CsvFiles files) throws StoreException {
    CsvMistakes mistakes = new CsvMistakes();
    AtomicLong rows = new AtomicLong();
    boolean kept = store.load(into -> {
      rows.set(readAll(files, into, mistakes));
      return mistakes.isEmpty();
    });
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
