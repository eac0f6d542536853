package org.kashidashi.central.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kashidashi.central.backup.Restore;
import org.kashidashi.central.config.CentralConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup back while central is stopped. */
@Command(name = "restore", description = "Put a backup back; central must be stopped.")
final class RestoreCommand implements Callable<Integer> {
  private final Clock clock;

  @Mixin
  private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "FOLDER", description = "A folder that 'central backup' made.")
  private Path folder = Path.of("");

  @Option(names = "--replace", description = "Put a database that is there already aside.")
  private boolean replace;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  RestoreCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    CentralConfig settings = config.read();
    Optional<Path> aside = new Restore(settings.storeSettings(), ConfigOption.kept(settings), clock)
        .from(folder, replace);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("restored from %s%n", folder);
    aside.ifPresent(path -> out.printf("what was there is in %s%n", path));
    return ExitCode.OK;
  }
}
