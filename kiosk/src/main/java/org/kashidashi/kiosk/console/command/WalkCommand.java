package org.kashidashi.kiosk.console.command;

import java.io.IOException;
import java.util.List;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.talk.LineOverException;
import org.kashidashi.kiosk.console.talk.Phrase;
import org.kashidashi.kiosk.console.talk.Talk;
import org.kashidashi.kiosk.console.talk.Tongue;
import org.kashidashi.kiosk.console.talk.Trouble;
import org.kashidashi.kiosk.console.talk.TroubleException;

/** Walks through a loan without touching anything that patrons have. */
final class WalkCommand implements Command {
  private final Bench bench;

  WalkCommand(Bench bench) {
    this.bench = bench;
  }

  @Override
  public List<Form> forms() {
    return List.of(Form.of("walk", Role.TEST, _ -> walk()));
  }

  private Form.Next walk()
      throws IOException, TroubleException, InterruptedException, LineOverException {
    Talk talk = bench.talk();
    boolean english = talk.manner().spoken() == Tongue.EN;
    boolean confirmed = talk.interruptible(() -> bench.machine().walk().run(english, screen -> {
      talk.picture(screen);
      talk.picture("-".repeat(talk.columns() - 1));
    }));
    if (!confirmed) {
      throw new TroubleException(Trouble.WALK_FAILED);
    }
    talk.say(Phrase.WALKED);
    return Form.Next.STAY;
  }
}
