package org.kashidashi.kiosk.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.Decision;
import org.kashidashi.sync.circulation.DueDate;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.LoanFlag;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.store.LoanRequest;
import org.kashidashi.sync.store.Store;
import org.kashidashi.sync.store.StoreException;
import org.kashidashi.sync.store.StoreSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proves that a loan stays in a database on this machine. */
@Command(
    name = "self-test",
    description = {
      "Write invented loans into a database of a directory's own, and find them after opening it"
          + " again."
    },
    mixinStandardHelpOptions = true)
final class SelfTestCommand implements Callable<Integer> {
  /** No real kiosk opens what this one wrote. */
  private static final String KIOSK = "self-test";

  private static final PatronId PATRON = new PatronId("self-test");

  @Option(
      names = "--directory",
      required = true,
      paramLabel = "DIR",
      description = "A directory that exists; never one that a kiosk serves from.")
  private Path directory = Path.of("");

  @Option(
      names = "--loans",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many loans to write; 0 only counts those that wait. Default: 1.")
  private int loans = 1;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws StoreException {
    Instant now = Clock.systemUTC().instant();
    int before;
    try (Store store = open()) {
      before = store.outboxCounts().pending();
      for (int number = 0; number < loans; number++) {
        ItemBarcode item = new ItemBarcode("SELFTEST%06d".formatted(before + number));
        store.lend(
            new LoanRequest(
                "self-test", PATRON, item, false, Optional.empty(), now, ClockState.UNKNOWN),
            _ -> lending(item, now));
      }
    }
    int after;
    try (Store store = open()) {
      after = store.outboxCounts().pending();
    }
    spec.commandLine()
        .getOut()
        .printf(
            "Java %s on %s, native libraries from %s: %d loans waited, %d were written, %d wait%n",
            System.getProperty("java.version"),
            System.getProperty("os.arch"),
            System.getProperty("org.sqlite.lib.path", "the jar"),
            before,
            loans,
            after);
    return after == before + loans ? 0 : Troubles.FILES;
  }

  private Store open() throws StoreException {
    return Store.open(
        StoreSettings.of(directory.resolve(Wiring.STORE_FILE), KIOSK), new SecureRandom());
  }

  private static Decision lending(ItemBarcode item, Instant now) {
    LocalDate due = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(15);
    return new Decision.Lend(
        new Item(item, "self-test", ItemClass.STANDARD),
        Optional.of(new DueDate(due, false)),
        Set.of(LoanFlag.OFFLINE));
  }
}
