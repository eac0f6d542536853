package org.kashidashi.central.command;

import java.io.InputStream;
import java.time.Clock;
import org.kashidashi.central.backup.BackupException;
import org.kashidashi.central.config.ConfigMistakesException;
import org.kashidashi.central.http.ListenException;
import org.kashidashi.central.server.Version;
import org.kashidashi.central.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. A new subcommand is one file and its line here. */
@Command(
    name = "central",
    description = "The central library system of Kashidashi.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    versionProvider = CentralCommand.class,
    footer = {
      "",
      "Exit codes: 0 done, 1 a mistake in central, 2 command line, 3 configuration,",
      "4 files to load or to restore, 5 database, 6 address in use, 7 no such kiosk or item,",
      "8 no such account, library card or record, 9 renewals not finished."
    })
public final class CentralCommand implements Runnable, CommandLine.IVersionProvider {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  private CentralCommand() {}

  public static CommandLine commandLine(Clock clock) {
    return commandLine(clock, System.in);
  }

  /** As the other, with another standard input. */
  static CommandLine commandLine(Clock clock, InputStream input) {
    CommandLine commandLine = new CommandLine(new CentralCommand());
    commandLine.addSubcommand(new RunCommand(clock));
    commandLine.addSubcommand(new LoadCommand(clock));
    commandLine.addSubcommand(new EnrolCommand(clock));
    commandLine.addSubcommand(new RevokeCommand(clock));
    commandLine.addSubcommand(new CloseKioskCommand());
    commandLine.addSubcommand(new OpenKioskCommand());
    commandLine.addSubcommand(new ReturnsCommand());
    commandLine.addSubcommand(new CheckInCommand(clock));
    commandLine.addSubcommand(new KiosksCommand());
    commandLine.addSubcommand(new RenewCommand(clock));
    commandLine.addSubcommand(new StaffCommand(clock, input));
    commandLine.addSubcommand(new PersonCommand(clock));
    commandLine.addSubcommand(new AuditCommand(clock));
    commandLine.addSubcommand(new LoadOldLinksCommand(clock));
    commandLine.addSubcommand(new BackupCommand());
    commandLine.addSubcommand(new RestoreCommand(clock));
    commandLine.addSubcommand(new CheckConfigCommand());
    commandLine.addSubcommand(new VersionCommand());
    commandLine.setExecutionExceptionHandler((failure, at, _) -> explain(failure, at));
    return commandLine;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"central " + Version.ofThisProgram()};
  }

  /** Without a subcommand. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "say what to do: run, load, enrol, revoke, close, open, returns, check-in, kiosks, renew,"
            + " staff, person, audit, load-old-links, backup, restore, check-config or version");
  }

  private static int explain(Exception failure, CommandLine at) throws Exception {
    int code = switch (failure) {
      case ConfigMistakesException _ -> ExitCode.CONFIGURATION;
      case StoreException _ -> ExitCode.DATABASE;
      case ListenException _ -> ExitCode.ADDRESS;
      case BackupException _ -> ExitCode.FILES;
      default -> throw failure;
    };
    at.getErr().println(failure.getMessage());
    return code;
  }
}
