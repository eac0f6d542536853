package org.kashidashi.kiosk.console.command;

import java.util.List;
import java.util.function.Supplier;
import org.kashidashi.kiosk.console.signin.Role;

/** Lists the commands that the technician may give. */
final class HelpCommand implements Command {
  private final Bench bench;
  private final Supplier<List<Form>> all;

  /**
   * Knows all commands, itself among them.
   *
   * @param all asked when it is given
   */
  HelpCommand(Bench bench, Supplier<List<Form>> all) {
    this.bench = bench;
    this.all = all;
  }

  @Override
  public List<Form> forms() {
    return List.of(Form.of("help", Role.VIEW, _ -> help()));
  }

  private Form.Next help() {
    all.get().stream()
        .filter(form -> bench.technician().role().allows(form.role()))
        .forEach(form -> bench.talk().help(form.shown(), form.name(), form.role()));
    return Form.Next.STAY;
  }
}
