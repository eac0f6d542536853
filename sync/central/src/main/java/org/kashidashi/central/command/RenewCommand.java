package org.kashidashi.central.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.config.ConfigMistakesException;
import org.kashidashi.central.config.Mistake;
import org.kashidashi.central.renewal.CheckOutcome;
import org.kashidashi.central.renewal.MonthlyCheck;
import org.kashidashi.central.renewal.RenewalReport;
import org.kashidashi.central.renewal.job.LinkedPopulation;
import org.kashidashi.central.renewal.job.MonthlyRenewal;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.sync.registry.authority.AuthorityPlace;
import org.kashidashi.sync.registry.authority.HttpAuthority;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Renews library cards by this month's check, also while central runs. */
@Command(
    name = "renew",
    description = "Do this month's check of signature certificates, or go on with it.")
final class RenewCommand implements Callable<Integer> {
  private final Clock clock;

  @Mixin
  private ConfigOption config = new ConfigOption();

  @Option(
      names = "--list",
      description = "Also list the library cards that were not renewed, and why: for staff.")
  private boolean list;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  RenewCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    CentralConfig settings = config.read();
    PrintWriter out = spec.commandLine().getOut();
    if (!settings.rules().renewsMonthly()) {
      out.println("nothing to do: this library does not renew by a monthly check (validity.rule)");
      return ExitCode.OK;
    }
    try (HttpAuthority authority = ConfiguredAuthority.open(place(settings), config.file());
        CentralStore store = CentralStore.open(settings.storeSettings())) {
      RenewalReport report = new MonthlyRenewal(
              new LinkedPopulation(store.counterLinks(settings.registry())),
              store.renewals(),
              authority,
              new MonthlyCheck(settings.rules().validity()),
              clock,
              settings.loan().zone())
          .run();
      print(report, out);
      return report.finished() ? ExitCode.OK : ExitCode.UNFINISHED;
    }
  }

  private AuthorityPlace place(CentralConfig settings) throws ConfigMistakesException {
    if (settings.authority().isEmpty()) {
      throw new ConfigMistakesException(
          config.file().toString(),
          List.of(new Mistake(
              0, "there is no section [authority]", "add it, with the url of the service")));
    }
    return settings.authority().get();
  }

  private void print(RenewalReport report, PrintWriter out) {
    out.printf(
        "%s: %s%n",
        report.month(),
        report.finished()
            ? "finished"
            : "NOT FINISHED: the authority did not answer; run it again");
    for (CheckOutcome.Group group : CheckOutcome.Group.values()) {
      out.printf("%-14s %7d%n", group, report.count(group));
      for (CheckOutcome outcome : CheckOutcome.values()) {
        if (outcome.group() == group && report.counts().containsKey(outcome)) {
          out.printf("  %-30s %7d%n", outcome, report.counts().get(outcome));
        }
      }
    }
    if (list) {
      report
          .toCounter()
          .forEach(line -> out.printf("%s %s%n", line.patron().number(), line.outcome()));
    }
    out.flush();
  }
}
