package org.kashidashi.kiosk.console.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.talk.Phrase;
import org.kashidashi.kiosk.console.talk.Talk;
import org.kashidashi.kiosk.console.talk.Trouble;
import org.kashidashi.kiosk.console.talk.TroubleException;

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
    int cells = roles.keySet().stream().mapToInt(String::length).max().orElse(0);
    roles.forEach((name, role) -> talk.help(cells, name, name, role));
    talk.say(Phrase.HELP_MORE);
    return Form.Next.STAY;
  }

  private Form.Next help(String name) throws TroubleException {
    List<Form> forms = allowed().filter(form -> first(form).equals(name)).toList();
    if (forms.isEmpty()) {
      throw new TroubleException(Trouble.UNKNOWN_WORD, name, String.join(", ", names()));
    }
    int cells = forms.stream().mapToInt(form -> form.shown().length()).max().orElse(0);
    forms.forEach(form -> bench.talk().help(cells, form.shown(), form.name(), form.role()));
    return Form.Next.STAY;
  }
}
