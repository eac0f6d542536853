package org.kashidashi.kiosk.console.command;

import java.time.Duration;
import org.kashidashi.kiosk.console.signin.SignIn;
import org.kashidashi.kiosk.console.signin.Technician;
import org.kashidashi.kiosk.console.talk.BrokenOffException;
import org.kashidashi.kiosk.console.talk.LineOverException;
import org.kashidashi.kiosk.console.talk.Talk;
import org.kashidashi.kiosk.console.talk.Trouble;
import org.kashidashi.kiosk.console.talk.TroubleException;
import org.kashidashi.kiosk.diagnosis.ConfigurationEditor;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.MachineControl;
import org.kashidashi.kiosk.diagnosis.WalkThrough;

/** What the commands of one technician work on. */
public record Bench(Talk talk, Machine machine, SignIn signIn, Technician technician) {
  SignIn.Device device() {
    return signIn.device();
  }

  /**
   * Before what nobody takes back: whoever finds a line that somebody left signed in must not get
   * as far.
   *
   * @throws TroubleException nobody there has proven once more who they are
   */
  void requireProof() throws TroubleException, LineOverException, BrokenOffException {
    if (!signIn.provesAgain(talk, technician)) {
      throw new TroubleException(Trouble.NOT_PROVEN);
    }
  }

  /** What there is of the machine, whoever signs in. */
  public record Machine(
      Diagnosis diagnosis,
      ConfigurationEditor configuration,
      MachineControl control,
      WalkThrough walk,
      Pause pause) {}

  /** Waits, in tests without waiting. */
  @FunctionalInterface
  public interface Pause {
    void pause(Duration length) throws InterruptedException;
  }
}
