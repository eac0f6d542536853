package org.kashidashi.sync.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kashidashi.sync.store.StoreSamples.NOW;
import static org.kashidashi.sync.store.StoreSamples.PATRON;
import static org.kashidashi.sync.store.StoreSamples.barcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.CutSession;
import org.kashidashi.sync.circulation.DueDate;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.outbox.OutboxEntry;
import org.kashidashi.sync.outbox.OutboxStatus;

/** What a store tells of a session that ended with the program. */
final class StoreCutSessionTest {
  private static final PatronId OTHER = new PatronId("9999900025");

  @TempDir
  Path directory;

  @Test
  void tellsNothingOfSessionThatGoesOn() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      lend(store, "1-1", PATRON, 1);

      assertEquals(Optional.empty(), store.cutSession());
    }
  }

  @Test
  void tellsNothingOfSessionThatEnded() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      lend(store, "1-1", PATRON, 1);
      store.endSession("1-1");
    }
    try (Store store = StoreSamples.open(directory)) {
      assertEquals(Optional.empty(), store.cutSession());
    }
    assertEquals(0, openSessions(directory));
  }

  /** At every loan, as the files lie at that moment. */
  @Test
  void tellsEveryDurableLoanOnceWhenTheProcessDies() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      lend(store, "1-1", OTHER, 100);
      store.endSession("1-1");
      for (int item = 1; item <= 12; item++) {
        lend(store, "1-2", PATRON, item);
        Path left = filesAsTheyLie("left-" + item);
        try (Store after = StoreSamples.open(left)) {
          CutSession cut = after.cutSession().orElseThrow();
          List<ItemBarcode> durable = after.pending(100).stream()
              .map(OutboxEntry::item)
              .filter(lent -> !lent.equals(barcode(100)))
              .toList();

          assertEquals(item, durable.size());
          assertEquals(durable, cut.loans().stream().map(CutSession.Loan::item).toList());
          assertEquals(Optional.of(NOW), cut.lastLent());
          assertEquals("題名%d".formatted(item), cut.loans().getLast().title());
          assertEquals(
              Optional.of(new DueDate(StoreSamples.DUE, true)),
              cut.loans().getLast().due());
          after.endSession(cut.name());
          assertEquals(Optional.empty(), after.cutSession());
        }
        assertEquals(0, openSessions(left));
        try (Store later = StoreSamples.open(left)) {
          assertEquals(Optional.empty(), later.cutSession(), "told twice");
        }
      }
    }
  }

  @Test
  void leavesOutWhatWasTakenBack() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      lend(store, "1-1", PATRON, 1);
      lend(store, "1-1", PATRON, 2);
      assertTrue(store.cancel("1-1", PATRON, barcode(1), NOW, ClockState.SYNCED));
      Path left = filesAsTheyLie("left");
      try (Store after = StoreSamples.open(left)) {
        assertEquals(List.of(barcode(2)), items(after.cutSession().orElseThrow()));
      }
      assertTrue(store.cancel("1-1", PATRON, barcode(2), NOW, ClockState.SYNCED));
    }
    try (Store after = StoreSamples.open(directory)) {
      assertEquals(Optional.empty(), after.cutSession());
    }
    assertEquals(0, openSessions(directory));
  }

  @Test
  void tellsOneSessionAfterTheOtherAndNeverMixesThem() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      lend(store, "1-1", PATRON, 1);
    }
    try (Store store = StoreSamples.open(directory)) {
      lend(store, "2-1", OTHER, 2);
    }
    try (Store store = StoreSamples.open(directory)) {
      CutSession first = store.cutSession().orElseThrow();
      assertEquals(List.of(barcode(1)), items(first));
      store.endSession(first.name());
      assertEquals(List.of(barcode(2)), items(store.cutSession().orElseThrow()));
    }
  }

  @Test
  void prefersTheDateThatTheLibrarySystemConfirmed() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      lend(store, "1-1", PATRON, 1);
      OutboxEntry entry = store.pending(1).getFirst();
      store.settle(
          List.of(new Settlement(
              entry.key(), OutboxStatus.CONFIRMED, Optional.of(StoreSamples.DUE.plusDays(7)), "")),
          NOW);
    }
    try (Store store = StoreSamples.open(directory)) {
      assertEquals(
          Optional.of(new DueDate(StoreSamples.DUE.plusDays(7), false)),
          store.cutSession().orElseThrow().loans().getFirst().due());
    }
  }

  @Test
  void isForgottenWithTheLastOfItsLoans() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      lend(store, "1-1", PATRON, 1);
      OutboxEntry entry = store.pending(1).getFirst();
      store.settle(
          List.of(new Settlement(entry.key(), OutboxStatus.CONFIRMED, Optional.empty(), "")), NOW);
      assertEquals(1, store.erase(NOW, NOW.plus(Duration.ofDays(1)), 100));
    }
    try (Store store = StoreSamples.open(directory)) {
      assertEquals(Optional.empty(), store.cutSession());
    }
    assertEquals(0, openSessions(directory));
  }

  private static List<ItemBarcode> items(CutSession cut) {
    return cut.loans().stream().map(CutSession.Loan::item).toList();
  }

  private static void lend(Store store, String session, PatronId patron, int item)
      throws StoreException {
    Item known = new Item(barcode(item), "題名%d".formatted(item), ItemClass.STANDARD);
    store.lend(
        new LoanRequest(
            session, patron, barcode(item), true, Optional.of(known), NOW, ClockState.SYNCED),
        _ -> StoreSamples.lending(item));
  }

  private Path filesAsTheyLie(String name) throws IOException {
    Path copy = Files.createDirectory(directory.resolve(name));
    for (String file : List.of("kiosk.db", "kiosk.db-wal", "kiosk.db.key")) {
      Files.copy(directory.resolve(file), copy.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    }
    return copy;
  }

  private static int openSessions(Path directory) throws SQLException {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + StoreSamples.file(directory));
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM open_sessions")) {
      row.next();
      return row.getInt(1);
    }
  }
}
