package org.kashidashi.kiosk.console.command;

import java.io.IOException;
import java.util.List;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.talk.BrokenOffException;
import org.kashidashi.kiosk.console.talk.LineOverException;
import org.kashidashi.kiosk.console.talk.Phrase;
import org.kashidashi.kiosk.console.talk.TroubleException;
import org.kashidashi.kiosk.diagnosis.MachineControl;

/** Shows the log, and takes it away on a stick. */
final class LogCommand implements Command {
  private static final int LINES = 20;

  private final Bench bench;

  LogCommand(Bench bench) {
    this.bench = bench;
  }

  @Override
  public List<Form> forms() {
    return List.of(
        Form.of("log tail", Role.VIEW, _ -> tail(LINES)),
        Form.of(
            "log tail",
            Role.VIEW,
            given -> tail(Integer.parseInt(given.getFirst())),
            new Token.Amount("n", MachineControl.LOG_MAXIMUM)),
        Form.of("log export", Role.TEST, _ -> export()),
        Form.of("log clear", Role.ADMIN, _ -> clear()));
  }

  private Form.Next tail(int lines) throws IOException {
    bench.machine().control().log(lines).forEach(bench.talk()::tell);
    return Form.Next.STAY;
  }

  private Form.Next export() throws IOException {
    String file = bench.machine().control().exportLog();
    bench.talk().tell(bench.talk().text(Phrase.WRITTEN), file);
    return Form.Next.STAY;
  }

  private Form.Next clear()
      throws IOException, TroubleException, LineOverException, BrokenOffException {
    bench.requireProof();
    List<String> moved = bench.machine().control().clearLog();
    moved.forEach(file -> bench.talk().tell(bench.talk().text(Phrase.WRITTEN), file));
    bench.talk().say(Phrase.CLEARED, moved.size());
    return Form.Next.STAY;
  }
}
