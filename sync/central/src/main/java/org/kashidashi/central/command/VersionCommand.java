package org.kashidashi.central.command;

import java.util.concurrent.Callable;
import org.kashidashi.central.server.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says which version this is. */
@Command(name = "version", description = "Print the version.")
final class VersionCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().getOut().println("central " + Version.ofThisProgram());
    return ExitCode.OK;
  }
}
