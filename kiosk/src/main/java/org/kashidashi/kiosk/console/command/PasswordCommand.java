package org.kashidashi.kiosk.console.command;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.kashidashi.kiosk.console.signin.Passwords;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.talk.BrokenOffException;
import org.kashidashi.kiosk.console.talk.LineOverException;
import org.kashidashi.kiosk.console.talk.Phrase;
import org.kashidashi.kiosk.console.talk.Talk;
import org.kashidashi.kiosk.console.talk.Trouble;
import org.kashidashi.kiosk.console.talk.TroubleException;

/** Gives the technician who is signed in a password for this machine. */
final class PasswordCommand implements Command {
  private final Bench bench;

  PasswordCommand(Bench bench) {
    this.bench = bench;
  }

  @Override
  public List<Form> forms() {
    return List.of(Form.of("password", Role.VIEW, _ -> set()));
  }

  private Form.Next set()
      throws IOException, TroubleException, LineOverException, BrokenOffException {
    Talk talk = bench.talk();
    bench.requireProof();
    char[] password = talk.askSecretly(Phrase.NEW_PASSWORD, Passwords.LENGTH_MINIMUM);
    try {
      char[] again = talk.askSecretly(Phrase.NEW_PASSWORD_AGAIN);
      boolean same = Arrays.equals(password, again);
      Arrays.fill(again, '\0');
      if (!same || !Passwords.fit(password)) {
        throw new TroubleException(
            Trouble.PASSWORD_UNFIT, Integer.toString(Passwords.LENGTH_MINIMUM));
      }
      bench.signIn().give(bench.technician(), password);
    } finally {
      Arrays.fill(password, '\0');
    }
    talk.say(Phrase.PASSWORD_SET);
    return Form.Next.STAY;
  }
}
