package org.kashidashi.kiosk.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves patrons with the devices that the configuration names. */
@Command(
    name = "run",
    description = "Serve patrons with the devices that the configuration names.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The configuration file.")
  private Path config = Path.of("");

  @Override
  public Integer call() throws Exception {
    return new KioskProgram(config).call();
  }
}
