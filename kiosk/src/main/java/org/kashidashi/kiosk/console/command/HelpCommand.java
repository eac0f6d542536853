package org.kashidashi.kiosk.console.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.talk.Phrase;
import org.kashidashi.kiosk.console.talk.Talk;

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
    return List.of(
        Form.of("help", Role.VIEW, _ -> help()),
        Form.of(
            "help",
            Role.VIEW,
            given -> help(given.getFirst()),
            new Token.Known("command", this::names)));
  }

  private List<String> names() {
    return allowed().map(HelpCommand::first).distinct().toList();
  }

  private Stream<Form> allowed() {
    return all.get().stream().filter(form -> bench.technician().role().allows(form.role()));
  }

  private static String first(Form form) {
    return form.tokens().getFirst().shown();
  }

  /** On one screen: the commands, each with the least role that some form of it takes. */
  private Form.Next help() {
    Talk talk = bench.talk();
    SequencedMap<String, Role> roles = new LinkedHashMap<>();
    allowed()
        .forEach(form ->
            roles.merge(first(form), form.role(), (one, other) -> one.allows(other) ? other : one));
    roles.forEach((name, role) -> talk.help(name, name, role));
    talk.say(Phrase.HELP_MORE);
    return Form.Next.STAY;
  }

  private Form.Next help(String name) {
    List<Form> forms = allowed().filter(form -> first(form).equals(name)).toList();
    forms.forEach(form -> bench.talk().help(form.shown(), form.name(), form.role()));
    if (forms.isEmpty()) {
      bench.talk().say(Phrase.NOTHING_KNOWN);
    }
    return Form.Next.STAY;
  }
}
