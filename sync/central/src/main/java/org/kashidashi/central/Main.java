package org.kashidashi.central;

import java.time.Clock;
import org.kashidashi.central.command.CentralCommand;
import picocli.CommandLine;

/** The program central. The system's clock is read here and handed on. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    CommandLine commandLine = CentralCommand.commandLine(Clock.systemUTC());
    System.exit(commandLine.execute(arguments));
  }
}
