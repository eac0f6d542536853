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
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the machine forget everything.
 *
 * <p>Loans that wait are lost with it: whoever wants that says how many they are. Where nobody can
 * count them, because the database is damaged, they are named as unknown.
 */
final class FactoryResetCommand implements Command {
  private static final Logger LOG = LoggerFactory.getLogger(FactoryResetCommand.class);

  private static final String UNKNOWN = "unknown";

  private final Bench bench;

  FactoryResetCommand(Bench bench) {
    this.bench = bench;
  }

  @Override
  public List<Form> forms() {
    return List.of(
        Form.of("factory-reset", Role.ADMIN, _ -> reset("0")),
        Form.of(
            "factory-reset lose",
            Role.ADMIN,
            given -> reset(given.getFirst()),
            new Token.Amount("n", Diagnosis.QUEUE_MAXIMUM),
            new Token.Word("loans")),
        Form.of("factory-reset lose unknown loans", Role.ADMIN, _ -> reset(UNKNOWN)));
  }

  private Form.Next reset(String named)
      throws TroubleException, LineOverException, BrokenOffException, IOException {
    String waiting = waiting();
    if (!named.equals(waiting)) {
      throw new TroubleException(Trouble.LOANS_WAIT, waiting);
    }
    bench.talk().say(Phrase.RESET_WARNING, bench.device().id());
    confirm(Phrase.RESET_FIRST);
    confirm(Phrase.RESET_SECOND);
    // A patron may have borrowed while it was confirmed.
    if (!waiting().equals(waiting)) {
      throw new TroubleException(Trouble.LOANS_WAIT, waiting());
    }
    bench.machine().control().factoryReset();
    bench.talk().say(Phrase.RESETTING);
    return Form.Next.LOG_OUT;
  }

  private void confirm(Phrase question)
      throws TroubleException, LineOverException, BrokenOffException {
    Talk talk = bench.talk();
    if (!talk.ask(question).equals(bench.device().id())) {
      throw new TroubleException(Trouble.NOT_CONFIRMED);
    }
  }

  private String waiting() {
    try {
      return Integer.toString(
          bench.machine().diagnosis().queue(Diagnosis.QUEUE_MAXIMUM).size());
    } catch (DiagnosisException unknown) {
      LOG.debug("nobody knows how many loans wait", unknown);
      return UNKNOWN;
    }
  }
}
