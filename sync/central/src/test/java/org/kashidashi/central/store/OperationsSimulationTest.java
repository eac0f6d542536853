package org.kashidashi.central.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.central.CentralClient;
import org.kashidashi.central.circulation.ClockTrust;
import org.kashidashi.central.circulation.LoanOperation;
import org.kashidashi.central.circulation.OperationResult;
import org.kashidashi.central.circulation.Origin;
import org.kashidashi.central.circulation.Outcome;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;

/** Loans of three kiosks arriving late, twice, out of order and under used keys. */
class OperationsSimulationTest {
  private static final int LOANS = 120;
  private static final List<String> PATRONS =
      List.of("9999900120", "9999900237", "9999900567", "9999900898", "9999999999");
  private static final List<ClockTrust> CLOCKS = List.of(ClockTrust.values());
  private static final List<String> ITEMS =
      List.of("1000000016", "1000000024", "1000000123", "1000000131", "1999999999");

  @TempDir
  private Path folder = Path.of("");

  /** A seed that fails is the argument that repeats it. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void keepsEveryLoanOnceWhateverTheOrder(long seed) throws Exception {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    DemoLibrary.load(DemoLibrary.config(folder, 0));
    List<LoanOperation> made = loans(random);
    Map<String, OperationResult> first = new HashMap<>();
    Map<String, LoanOperation> content = new HashMap<>();
    CentralStore store = open();
    try (Connection look = Rows.connect(folder.resolve("central.db"))) {
      for (LoanOperation loan : arrivals(made, random)) {
        if (random.nextInt(50) == 0) {
          store.close();
          store = open();
        }
        OperationResult result = store.apply(loan, CentralClient.ARRIVAL);
        LoanOperation known = content.putIfAbsent(loan.key(), loan);
        if (known == null || known.equals(loan)) {
          assertTrue(result.outcome() != Outcome.REJECTED, loan.key());
          OperationResult earlier = first.putIfAbsent(loan.key(), result);
          assertEquals(earlier == null ? result : earlier, result);
        } else {
          assertEquals(Outcome.REJECTED, result.outcome());
        }
        assertInvariants(look, first);
      }
    } finally {
      store.close();
    }
    assertEquals(LOANS, first.size());
  }

  private static void assertInvariants(Connection look, Map<String, OperationResult> first)
      throws Exception {
    assertEquals(
        List.of(),
        Rows.of(
            look,
            "SELECT item FROM loans WHERE ended_at IS NULL GROUP BY item HAVING COUNT(*) > 1"));
    assertEquals(
        List.of(Integer.toString(first.size())), Rows.of(look, "SELECT COUNT(*) FROM operations"));
    // Loans and quarantine together hold each operation once, and nothing else but the file's.
    assertEquals(List.of(), Rows.of(look, """
            SELECT o.operation_key FROM operations o
            WHERE (SELECT COUNT(*) FROM loans l WHERE l.operation_key = o.operation_key)
              + (SELECT COUNT(*) FROM quarantined_loans q
                 WHERE q.operation_key = o.operation_key) <> 1
            """));
    assertEquals(List.of(), Rows.of(look, """
            SELECT operation_key FROM loans
            WHERE operation_key NOT LIKE 'load:%'
              AND operation_key NOT IN (SELECT operation_key FROM operations)
            """));
    // Nothing is silent: whatever is not simply accepted stands before staff.
    assertEquals(List.of(), Rows.of(look, """
            SELECT operation_key FROM operations o
            WHERE (outcome <> 'ACCEPTED') <> EXISTS (
              SELECT 1 FROM staff_exceptions e
              WHERE e.operation_key = o.operation_key AND e.fingerprint = o.fingerprint)
            """));
  }

  private static List<LoanOperation> loans(RandomGenerator random) {
    List<LoanOperation> loans = new ArrayList<>();
    for (int count = 0; count < LOANS; count++) {
      String kiosk = "k" + random.nextInt(3);
      Instant lentAt = CentralClient.NOW.minus(Duration.ofMinutes(random.nextInt(600)));
      loans.add(new LoanOperation(
          kiosk + "-7-" + count,
          new Origin(kiosk, 7, count),
          new PatronId(PATRONS.get(random.nextInt(PATRONS.size()))),
          new ItemBarcode(ITEMS.get(random.nextInt(ITEMS.size()))),
          lentAt,
          CLOCKS.get(random.nextInt(CLOCKS.size())),
          Optional.empty(),
          Set.of()));
    }
    return loans;
  }

  /** Each loan at least once, some twice, some keys with other content, neighbours swapped. */
  private static List<LoanOperation> arrivals(List<LoanOperation> made, RandomGenerator random) {
    List<LoanOperation> arrivals = new ArrayList<>();
    for (LoanOperation loan : made) {
      arrivals.add(arrivals.isEmpty() ? 0 : random.nextInt(arrivals.size() + 1), loan);
      if (random.nextInt(3) == 0) {
        arrivals.add(random.nextInt(arrivals.size() + 1), loan);
      }
    }
    for (int count = 0; count < LOANS / 10; count++) {
      LoanOperation loan = made.get(random.nextInt(made.size()));
      LoanOperation changed = new LoanOperation(
          loan.key(),
          loan.origin(),
          loan.patron(),
          new ItemBarcode("1000000099"),
          loan.lentAt(),
          loan.clock(),
          loan.dueTold(),
          loan.flags());
      // After the true one: a kiosk makes a key once, so the second content is the mistake.
      arrivals.add(arrivals.lastIndexOf(loan) + 1, changed);
    }
    return arrivals;
  }

  private CentralStore open() throws StoreException {
    return CentralStore.open(DemoLibrary.config(folder, 0).storeSettings());
  }
}
