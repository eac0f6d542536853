package org.kashidashi.central.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.config.ConfigMistakesException;
import org.kashidashi.central.staff.AuditEntry;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.circulation.PatronId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints what staff did, oldest first, or removes what is too old, also while central runs. */
@Command(
    name = "audit",
    description = "Print what staff did; patrons are digests. Or remove what is too old.")
final class AuditCommand implements Callable<Integer> {
  private static final int PAGE = 1000;
  private static final String FORM = "%-8s  %-30s  %-32s  %-32s  %-14s  %-22s  %s%n";
  private static final int DIGEST_SHOWN = 16;

  private final Clock clock;

  @Mixin
  private ConfigOption config = new ConfigOption();

  @Option(
      names = "--patron",
      paramLabel = "PATRON",
      description = "What was done about this library card alone.")
  private String patron = "";

  @Option(
      names = "--prune",
      description = "Remove what is older than audit.keep_months, and print nothing else.")
  private boolean prune;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  AuditCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    return prune ? pruned() : printed();
  }

  private int pruned() throws ConfigMistakesException, StoreException {
    if (!patron.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--prune is of all lines, without --patron");
    }
    CentralConfig settings = config.read();
    YearMonth keptFrom = YearMonth.now(clock.withZone(ZoneOffset.UTC))
        .minusMonths(settings.counters().auditMonths());
    try (CentralStore store = CentralStore.open(settings.storeSettings())) {
      int gone = store.staff().prune(keptFrom, clock.instant());
      int links = store.pruneLinks(keptFrom);
      spec.commandLine()
          .getOut()
          .printf(
              "%d lines of before %s are removed, and what was left of %d removed links%n",
              gone, keptFrom, links);
    }
    return ExitCode.OK;
  }

  private int printed() throws ConfigMistakesException, StoreException {
    Optional<PatronId> one = patron.isEmpty() ? Optional.empty() : Optional.of(number());
    PrintWriter out = spec.commandLine().getOut();
    try (CentralStore store = CentralStore.open(config.read().storeSettings())) {
      out.printf(FORM, "NUMBER", "AT", "STAFF", "STATION", "ACTION", "OUTCOME", "PATRON");
      List<AuditEntry> page = store.staff().audit(0, one, PAGE);
      while (!page.isEmpty()) {
        page.forEach(entry -> print(out, entry));
        page = store.staff().audit(page.getLast().number(), one, PAGE);
      }
    }
    out.flush();
    return ExitCode.OK;
  }

  private static void print(PrintWriter out, AuditEntry entry) {
    out.printf(
        FORM,
        entry.number(),
        entry.at(),
        entry.staff(),
        entry.station(),
        entry.action(),
        entry.outcome(),
        entry.patron().map(digest -> digest.substring(0, DIGEST_SHOWN)).orElse("-"));
  }

  private PatronId number() {
    try {
      return new PatronId(patron);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
