package org.kashidashi.kiosk.console.command;

import java.util.List;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.talk.Talk;

/** Speaks so that a program understands it. */
final class TerseCommand implements Command {
  private final Talk talk;

  TerseCommand(Bench bench) {
    this.talk = bench.talk();
  }

  @Override
  public List<Form> forms() {
    return List.of(Form.of("terse", Role.VIEW, this::speak, new Token.OneOf(List.of("on", "off"))));
  }

  private Form.Next speak(List<String> given) {
    talk.speak(talk.manner().tersely(given.getFirst().equals("on")));
    return Form.Next.STAY;
  }
}
