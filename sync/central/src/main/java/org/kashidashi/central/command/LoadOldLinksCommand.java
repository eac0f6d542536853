package org.kashidashi.central.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.config.ConfigMistakesException;
import org.kashidashi.central.config.Mistake;
import org.kashidashi.central.load.CsvFile;
import org.kashidashi.central.load.CsvLoad;
import org.kashidashi.central.load.LoadReport;
import org.kashidashi.central.store.CentralStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Loads links of the withdrawn method as digests, where the library has allowed it. */
@Command(
    name = "load-old-links",
    description = "Load links of the method withdrawn in May 2024, to be migrated at counters.")
final class LoadOldLinksCommand implements Callable<Integer> {
  private final Clock clock;

  @Mixin
  private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "CSV", description = "serial (hexadecimal),patron")
  private Path file = Path.of("");

  @Spec
  private CommandSpec spec = CommandSpec.create();

  LoadOldLinksCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    CentralConfig settings = config.read();
    if (!settings.counters().oldMethod()) {
      throw new ConfigMistakesException(
          "central.toml",
          List.of(new Mistake(
              0,
              "'old_method.import' is not true",
              "ask your lawyer whether the library may keep digests of certificate serials until"
                  + " they are migrated, then set it")));
    }
    CsvFile source = new CsvFile(file.toString(), () -> Files.newInputStream(file));
    try (CentralStore store = CentralStore.open(settings.storeSettings())) {
      return switch (new CsvLoad(store, settings.loan().dayOf(clock.instant()))
          .loadOldLinks(source)) {
        case LoadReport.Loaded loaded -> {
          spec.commandLine()
              .getOut()
              .printf(
                  "loaded %d rows; delete the file: central keeps digests alone%n", loaded.rows());
          yield ExitCode.OK;
        }
        case LoadReport.Refused refused -> {
          refused.mistakes().forEach(spec.commandLine().getErr()::println);
          spec.commandLine().getErr().println("nothing was loaded: mend the file");
          yield ExitCode.FILES;
        }
      };
    }
  }
}
