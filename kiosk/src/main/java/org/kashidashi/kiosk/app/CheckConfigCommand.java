package org.kashidashi.kiosk.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kashidashi.kiosk.config.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a configuration and tells all its mistakes. */
@Command(
    name = "check-config",
    description = "Read a configuration file and tell all its mistakes.",
    mixinStandardHelpOptions = true)
final class CheckConfigCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The configuration file.")
  private Path file = Path.of("");

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Configuration configuration = Configuration.read(file);
    Optional<String> panel = PanelHardware.checked(configuration);
    WordsCheck.requireRoom(configuration);
    var _ = Logo.checked(configuration);
    spec.commandLine()
        .getOut()
        .printf(
            "%s is right: kiosk %s of %s%n",
            file, configuration.kiosk().id(), configuration.library().name());
    panel.ifPresent(known -> spec.commandLine().getOut().println(known));
    return 0;
  }
}
