package org.kashidashi.kiosk.console.command;

import java.io.IOException;
import java.util.List;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.talk.LineOverException;
import org.kashidashi.kiosk.console.talk.Phrase;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Waiting;

/** Looks after what waits to be told to the library system. */
final class QueueCommand implements Command {
  private static final int LISTED = 20;

  private final Bench bench;

  QueueCommand(Bench bench) {
    this.bench = bench;
  }

  @Override
  public List<Form> forms() {
    return List.of(
        Form.of("queue list", Role.VIEW, _ -> list(LISTED)),
        Form.of(
            "queue list",
            Role.VIEW,
            given -> list(Integer.parseInt(given.getFirst())),
            new Token.Amount("n", Diagnosis.QUEUE_MAXIMUM)),
        Form.of("queue retry", Role.TEST, _ -> retry()),
        Form.of("queue export", Role.TEST, _ -> export()));
  }

  private Form.Next list(int most) throws DiagnosisException {
    List<Waiting> queue = bench.machine().diagnosis().queue(most);
    queue.forEach(bench.talk()::show);
    bench.talk().say(queue.isEmpty() ? Phrase.QUEUE_EMPTY : Phrase.QUEUE_LISTED, queue.size());
    return Form.Next.STAY;
  }

  private Form.Next retry() throws DiagnosisException, InterruptedException, LineOverException {
    List<Fact> left =
        bench.talk().interruptible(() -> bench.machine().diagnosis().retryQueue());
    left.forEach(bench.talk()::show);
    return Form.Next.STAY;
  }

  private Form.Next export() throws DiagnosisException, IOException {
    List<Waiting> queue = bench.machine().diagnosis().queue(Diagnosis.QUEUE_MAXIMUM);
    String file = bench.machine().control().exportQueue(queue);
    bench.talk().tell(bench.talk().text(Phrase.WRITTEN), file);
    return Form.Next.STAY;
  }
}
