package org.kashidashi.kiosk.console.command;

import java.util.List;
import java.util.stream.Stream;

/** The commands that there are. */
public final class Commands {
  private final List<Command> commands;

  /** For one technician. */
  public Commands(Bench bench) {
    commands = List.of(
        new ShowCommand(bench),
        new TestCommand(bench),
        new WalkCommand(bench),
        new ModeCommand(bench),
        new QueueCommand(bench),
        new ConfigCommand(bench),
        new CalibrateCommand(bench),
        new LogCommand(bench),
        new EnrolCommand(bench),
        new RebootCommand(bench),
        new FactoryResetCommand(bench),
        new PasswordCommand(bench),
        new LanguageCommand(bench),
        new AsciiCommand(bench),
        new TerseCommand(bench),
        new HelpCommand(bench, this::forms),
        new LogoutCommand());
  }

  /** In the order in which they are listed. */
  public List<Form> forms() {
    return commands.stream().flatMap(command -> command.forms().stream()).toList();
  }

  /** The words that commands begin with. */
  Stream<String> names() {
    return forms().stream().map(form -> form.tokens().getFirst().shown()).distinct();
  }
}
