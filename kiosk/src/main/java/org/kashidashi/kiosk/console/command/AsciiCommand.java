package org.kashidashi.kiosk.console.command;

import java.util.List;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.talk.Talk;

/** Keeps to ASCII, for terminals that know nothing else. */
final class AsciiCommand implements Command {
  private final Talk talk;

  AsciiCommand(Bench bench) {
    this.talk = bench.talk();
  }

  @Override
  public List<Form> forms() {
    return List.of(Form.of("ascii", Role.VIEW, this::keep, new Token.OneOf(List.of("on", "off"))));
  }

  private Form.Next keep(List<String> given) {
    talk.speak(talk.manner().asciiOnly(given.getFirst().equals("on")));
    return Form.Next.STAY;
  }
}
