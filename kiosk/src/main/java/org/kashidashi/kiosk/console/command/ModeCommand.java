package org.kashidashi.kiosk.console.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.talk.Phrase;
import org.kashidashi.kiosk.console.talk.Talk;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.ServiceMode;

/** Opens and closes the machine to patrons. */
final class ModeCommand implements Command {
  private final Bench bench;

  ModeCommand(Bench bench) {
    this.bench = bench;
  }

  @Override
  public List<Form> forms() {
    List<String> modes = Arrays.stream(ServiceMode.values())
        .map(mode -> mode.name().toLowerCase(Locale.ROOT))
        .toList();
    return List.of(
        Form.of("mode", Role.VIEW, _ -> show()),
        Form.of("mode", Role.TEST, this::set, new Token.OneOf(modes)));
  }

  private Form.Next show() throws DiagnosisException {
    return shown(bench.machine().diagnosis().health().mode());
  }

  private Form.Next set(List<String> given) throws DiagnosisException {
    ServiceMode mode = ServiceMode.valueOf(given.getFirst().toUpperCase(Locale.ROOT));
    bench.machine().diagnosis().serve(mode);
    return shown(mode);
  }

  private Form.Next shown(ServiceMode mode) {
    Talk talk = bench.talk();
    String said = talk.name(mode);
    talk.tell(talk.text(Phrase.MODE), said);
    return Form.Next.STAY;
  }
}
