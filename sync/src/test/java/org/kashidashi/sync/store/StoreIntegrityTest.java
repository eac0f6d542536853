package org.kashidashi.sync.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kashidashi.sync.store.StoreSamples.PATRON;
import static org.kashidashi.sync.store.StoreSamples.lend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Looked at one table after the other, a store shows the same damage as one looked at whole. */
@Timeout(120)
final class StoreIntegrityTest {
  private static final int PAGE_BYTES = 4_096;

  @TempDir
  Path directory;

  @Test
  void storeInUseIsWholeAndTakesALoanAfterwards() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      lend(store, PATRON, 1);
      assertEquals("ok", store.integrity());
      lend(store, PATRON, 2);
      assertEquals("ok", store.integrity());
    }
  }

  @Test
  void damageOfAnyPageIsFoundInItsTable() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      for (int item = 1; item <= 30; item++) {
        lend(store, PATRON, item);
      }
    }
    Path file = StoreSamples.file(directory);
    byte[] whole = Files.readAllBytes(file);
    int pages = whole.length / PAGE_BYTES;
    assertTrue(pages > 10, pages + " pages");
    assertEquals("ok", verdict(file));
    // The first page has the schema: without it there are no tables to be looked at.
    for (int page = 1; page < pages; page++) {
      byte[] damaged = whole.clone();
      Arrays.fill(damaged, page * PAGE_BYTES, page * PAGE_BYTES + 8, (byte) 0xFF);
      Files.write(file, damaged);
      assertTrue(!verdict(file).equals("ok"), "page " + page);
    }
  }

  private static String verdict(Path file) throws SQLException {
    try (Database database = Database.open(StoreSettings.of(file, "k1"))) {
      List<String> tables = StoreOpening.tables(database);
      assertTrue(tables.size() > 3, tables.toString());
      for (String table : tables) {
        String verdict = StoreOpening.verdict(database, table);
        if (!verdict.equals(StoreOpening.SOUND)) {
          return verdict;
        }
      }
      return StoreOpening.SOUND;
    }
  }
}
