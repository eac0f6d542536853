package org.kashidashi.kiosk.console.command;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.kashidashi.kiosk.config.mistake.Mistake;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.talk.LineOverException;
import org.kashidashi.kiosk.console.talk.Phrase;
import org.kashidashi.kiosk.console.talk.Talk;
import org.kashidashi.kiosk.console.talk.Trouble;
import org.kashidashi.kiosk.console.talk.TroubleException;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;

/** Has a person touch targets, and gathers the correction that follows. */
final class CalibrateCommand implements Command {
  private static final String KEY = "touch.calibration";

  private final Bench bench;

  CalibrateCommand(Bench bench) {
    this.bench = bench;
  }

  @Override
  public List<Form> forms() {
    return List.of(Form.of("calibrate touch", Role.CONFIG, _ -> touch()));
  }

  private Form.Next touch()
      throws DiagnosisException, InterruptedException, LineOverException, IOException,
          TroubleException {
    Talk talk = bench.talk();
    List<Double> correction =
        talk.interruptible(() -> bench.machine().diagnosis().calibrateTouch(talk::show));
    String value =
        correction.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    List<Mistake> mistakes = bench.machine().configuration().set(KEY, value);
    mistakes.forEach(talk::tell);
    if (!mistakes.isEmpty()) {
      throw new TroubleException(Trouble.WRONG_VALUE);
    }
    talk.tell(KEY, value);
    talk.say(Phrase.COMMIT_TO_KEEP);
    return Form.Next.STAY;
  }
}
