package org.kashidashi.kiosk.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
import org.kashidashi.sync.outbox.OutboxEntry;
import org.kashidashi.sync.store.LoanRequest;
import org.kashidashi.sync.store.Store;
import org.kashidashi.sync.store.StoreException;
import org.kashidashi.sync.store.StoreSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

  /** Nobody compares more by eye, and a script writes fewer. */
  private static final int LISTED_MAXIMUM = 1_000;

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

  @Option(
      names = "--list",
      description =
          "Show each loan that waits, to compare what is there before and after a change.")
  private boolean list;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws StoreException {
    if (loans < 0) {
      throw new ParameterException(
          spec.commandLine(), "--loans %d: name how many, 0 or more".formatted(loans));
    }
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
    List<OutboxEntry> waiting;
    try (Store store = open()) {
      after = store.outboxCounts().pending();
      waiting = list ? store.pending(LISTED_MAXIMUM) : List.of();
    }
    waiting.forEach(this::show);
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

  /** All of the loan; the patron is this command's own, since another kiosk's database is refused. */
  private void show(OutboxEntry entry) {
    spec.commandLine()
        .getOut()
        .printf(
            "%s schema %d patron %s item %s lent %s clock %s due %s flags %s%n",
            entry.key(),
            entry.schema(),
            entry.patron().number(),
            entry.item().number(),
            entry.lentAt(),
            entry.clock(),
            entry.due().map(LocalDate::toString).orElse("-"),
            entry.flags().stream().sorted().toList());
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
