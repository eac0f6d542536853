package org.kashidashi.sync.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.kashidashi.sync.store.StoreSamples.PATRON;
import static org.kashidashi.sync.store.StoreSamples.barcode;
import static org.kashidashi.sync.store.StoreSamples.lend;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.sync.circulation.ClockState;

final class LoanRowsTest {
  @TempDir
  Path directory;

  /** SQLite's own words, of the version in the parent pom. */
  @Test
  void countsUnconfirmedLoansWithoutReadingTheirRows() throws Exception {
    StoreSamples.open(directory).close();
    List<String> plan = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + StoreSamples.file(directory));
        PreparedStatement statement =
            connection.prepareStatement("EXPLAIN QUERY PLAN " + LoanRows.UNCONFIRMED);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        plan.add(row.getString("detail"));
      }
    }
    assertEquals(
        List.of(
            "SEARCH loans USING COVERING INDEX loans_by_patron (patron_digest=?)",
            "SEARCH outbox USING INTEGER PRIMARY KEY (rowid=?)"),
        plan);
  }

  @Test
  void countsEachLoanOnceAndNoneThatWasTakenBack() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      store.remember(StoreSamples.standing(PATRON));
      lend(store, PATRON, 1);
      lend(store, PATRON, 2);
      assertEquals(2, store.patron(PATRON).orElseThrow().unconfirmed());
      store.cancel("session-1", PATRON, barcode(1), StoreSamples.NOW, ClockState.SYNCED);
      assertEquals(1, store.patron(PATRON).orElseThrow().unconfirmed());
      lend(store, PATRON, 1);
      assertEquals(2, store.patron(PATRON).orElseThrow().unconfirmed());
    }
  }
}
