package org.kashidashi.kiosk.console.command;

import java.io.IOException;
import java.util.List;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.talk.BrokenOffException;
import org.kashidashi.kiosk.console.talk.LineOverException;
import org.kashidashi.kiosk.console.talk.Phrase;
import org.kashidashi.kiosk.console.talk.Talk;
import org.kashidashi.kiosk.console.talk.Trouble;
import org.kashidashi.kiosk.console.talk.TroubleException;

/** Makes the machine known to the library system: new ones, and those that were erased. */
final class EnrolCommand implements Command {
  private final Bench bench;

  EnrolCommand(Bench bench) {
    this.bench = bench;
  }

  @Override
  public List<Form> forms() {
    return List.of(Form.of("enrol", Role.ADMIN, _ -> enrol()));
  }

  /** The code is asked for, so that it stands in no audit record. */
  private Form.Next enrol()
      throws IOException, TroubleException, LineOverException, BrokenOffException {
    Talk talk = bench.talk();
    bench.requireProof();
    String code = talk.ask(Phrase.ENROLMENT_CODE, bench.device().id());
    if (code.isEmpty()) {
      throw new TroubleException(Trouble.NOT_CONFIRMED);
    }
    talk.say(Phrase.ENROLLED, bench.machine().control().enrol(code));
    return Form.Next.STAY;
  }
}
