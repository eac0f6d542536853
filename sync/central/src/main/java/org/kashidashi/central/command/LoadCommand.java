package org.kashidashi.central.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.config.ConfigFile;
import org.kashidashi.central.load.CsvFile;
import org.kashidashi.central.load.CsvFiles;
import org.kashidashi.central.load.CsvLoad;
import org.kashidashi.central.load.LoadReport;
import org.kashidashi.central.store.CentralStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Loads CSV files into the database, also while central runs. */
@Command(name = "load", description = "Load CSV files into the database: all of them, or nothing.")
final class LoadCommand implements Callable<Integer> {
  private static final Path NONE = Path.of("");

  private final Clock clock;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The configuration file.")
  private Path config = NONE;

  @Option(
      names = "--patrons",
      required = true,
      paramLabel = "CSV",
      description = "patron,expires,renewal,blocks,residence,loan_limit,loan_days")
  private Path patrons = NONE;

  @Option(
      names = "--items",
      required = true,
      paramLabel = "CSV",
      description = "barcode,title,class")
  private Path items = NONE;

  @Option(names = "--links", paramLabel = "CSV", description = "kind,identifier,patron,state")
  private Path links = NONE;

  @Option(names = "--holds", paramLabel = "CSV", description = "item,patron")
  private Path holds = NONE;

  @Option(names = "--loans", paramLabel = "CSV", description = "item,patron,lent_on,due")
  private Path loans = NONE;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  LoadCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    CentralConfig settings = new ConfigFile(config).read();
    CsvFiles files = new CsvFiles(
        source(patrons),
        source(items),
        optional(links).orElse(CsvFile.EMPTY_LINKS),
        optional(holds),
        optional(loans));
    try (CentralStore store = CentralStore.open(settings.storeSettings())) {
      return switch (new CsvLoad(store, settings.loan().dayOf(clock.instant())).load(files)) {
        case LoadReport.Loaded loaded -> {
          spec.commandLine().getOut().printf("loaded %d rows%n", loaded.rows());
          yield ExitCode.OK;
        }
        case LoadReport.Refused refused -> {
          print(refused);
          yield ExitCode.FILES;
        }
      };
    }
  }

  private void print(LoadReport.Refused refused) {
    PrintWriter err = spec.commandLine().getErr();
    refused.mistakes().forEach(err::println);
    if (refused.more() > 0) {
      err.printf("and %d more%n", refused.more());
    }
    err.println("nothing was loaded: mend the files and load them all again");
  }

  private static Optional<CsvFile> optional(Path file) {
    return file.equals(NONE) ? Optional.empty() : Optional.of(source(file));
  }

  private static CsvFile source(Path file) {
    return new CsvFile(file.toString(), () -> Files.newInputStream(file));
  }
}
