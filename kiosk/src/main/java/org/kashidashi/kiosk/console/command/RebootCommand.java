package org.kashidashi.kiosk.console.command;

import java.io.IOException;
import java.util.List;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.talk.BrokenOffException;
import org.kashidashi.kiosk.console.talk.LineOverException;
import org.kashidashi.kiosk.console.talk.Phrase;
import org.kashidashi.kiosk.console.talk.Trouble;
import org.kashidashi.kiosk.console.talk.TroubleException;

/** Restarts the machine. */
final class RebootCommand implements Command {
  private final Bench bench;

  RebootCommand(Bench bench) {
    this.bench = bench;
  }

  @Override
  public List<Form> forms() {
    return List.of(
        Form.of("reboot", Role.ADMIN, _ -> reboot(false)),
        Form.of("reboot now", Role.ADMIN, _ -> reboot(true)));
  }

  private Form.Next reboot(boolean now)
      throws IOException, TroubleException, LineOverException, BrokenOffException {
    if (!now) {
      Visits.requireNone(bench.machine().diagnosis());
    }
    if (!bench.talk().manner().terse() && !bench.talk().confirms(Phrase.REBOOT_NOW)) {
      throw new TroubleException(Trouble.NOT_CONFIRMED);
    }
    bench.machine().control().reboot();
    bench.talk().say(Phrase.REBOOTING);
    return Form.Next.LOG_OUT;
  }
}
