package org.kashidashi.kiosk.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands of the program kiosk, as people type them. */
@Command(
    name = "kiosk",
    description = "The library self-checkout kiosk.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.Provider.class,
    subcommands = {
      RunCommand.class,
      ConsoleCommand.class,
      DemoCommand.class,
      CheckConfigCommand.class,
      PreviewCommand.class,
      CountsCommand.class,
      SelfTestCommand.class,
      TrustCommand.class,
      EnrolCommand.class,
      TechnicianCommand.class,
      ReplyCommand.class,
      VersionCommand.class
    })
final class Commands implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  private Commands() {}

  static CommandLine line() {
    return new CommandLine(new Commands())
        .setExecutionExceptionHandler((trouble, command, _) -> Troubles.tell(
            trouble,
            message -> command.getErr().println(command.getColorScheme().errorText(message))))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
