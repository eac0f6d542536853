package org.kashidashi.kiosk.console.command;

import java.util.List;
import java.util.Locale;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.talk.Talk;
import org.kashidashi.kiosk.console.talk.Tongue;

/** Chooses the language of the console. */
final class LanguageCommand implements Command {
  private final Talk talk;

  LanguageCommand(Bench bench) {
    this.talk = bench.talk();
  }

  @Override
  public List<Form> forms() {
    return List.of(
        Form.of("language", Role.VIEW, this::speak, new Token.OneOf(List.of("ja", "en"))));
  }

  private Form.Next speak(List<String> given) {
    Tongue tongue = Tongue.valueOf(given.getFirst().toUpperCase(Locale.ROOT));
    talk.speak(talk.manner().with(tongue));
    return Form.Next.STAY;
  }
}
