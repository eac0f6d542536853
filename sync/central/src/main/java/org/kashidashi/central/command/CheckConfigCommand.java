package org.kashidashi.central.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kashidashi.central.config.ConfigFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether a configuration file is good, and everything that is not. */
@Command(
    name = "check-config",
    description = "Check a configuration file and tell all its mistakes.")
final class CheckConfigCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The configuration file.")
  private Path file = Path.of("");

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    new ConfigFile(file).read();
    spec.commandLine().getOut().printf("%s is good%n", file);
    return ExitCode.OK;
  }
}
