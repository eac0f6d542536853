package org.kashidashi.kiosk.console.command;

import java.io.IOException;
import java.time.Duration;
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
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NotNow;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.kiosk.diagnosis.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the machine forget everything.
 *
 * <p>Loans that wait are lost with it: whoever wants that says how many they are. Where nobody can
 * count them, because the database is damaged, they are named as unknown. The machine is closed
 * before they are counted, so that nobody borrows meanwhile.
 */
final class FactoryResetCommand implements Command {
  private static final Logger LOG = LoggerFactory.getLogger(FactoryResetCommand.class);

  private static final String UNKNOWN = "unknown";

  /** More than any kiosk gathers in a year without the library system. */
  private static final int LOANS_MAXIMUM = 1_000_000;

  /** What was begun when the machine was closed is seen by then. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  /** Longer than a visit may last. */
  private static final Duration VISIT_MAXIMUM = Duration.ofMinutes(15);

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
            new Token.Amount("n", LOANS_MAXIMUM),
            new Token.OneOf(List.of("loans", "loan"))),
        Form.of("factory-reset lose unknown loans", Role.ADMIN, _ -> reset(UNKNOWN)));
  }

  private Form.Next reset(String named)
      throws TroubleException, LineOverException, BrokenOffException, IOException,
          InterruptedException, DiagnosisException {
    boolean unknown = named.equals(UNKNOWN);
    ServiceMode before = close(unknown);
    boolean ordered = false;
    try {
      awaitNobody(unknown);
      requireNamed(named);
      bench.requireProof();
      bench.talk().say(Phrase.RESET_WARNING, bench.device().id());
      confirm(Phrase.RESET_FIRST);
      confirm(Phrase.RESET_SECOND);
      // Another console may have opened the machine while it was confirmed.
      ServiceMode _ = close(unknown);
      awaitNobody(unknown);
      requireNamed(named);
      bench.machine().control().factoryReset(before);
      ordered = true;
    } finally {
      if (!ordered) {
        putBack(before);
      }
    }
    bench.talk().say(Phrase.RESETTING);
    return Form.Next.LOG_OUT;
  }

  /**
   * Closes the machine.
   *
   * @param unknown whether it may stay unknown what is lost, as where the kiosk does not answer
   * @return what it was before
   */
  private ServiceMode close(boolean unknown) throws TroubleException {
    try {
      ServiceMode before = diagnosis().health().mode();
      diagnosis().serve(ServiceMode.CLOSED);
      return before;
    } catch (DiagnosisException silent) {
      LOG.info("the machine cannot be closed: {}", silent.getMessage());
      if (!unknown) {
        throw new TroubleException(Trouble.LOANS_UNKNOWN);
      }
      return ServiceMode.CLOSED;
    }
  }

  private void putBack(ServiceMode before) {
    if (before == ServiceMode.CLOSED) {
      return;
    }
    try {
      diagnosis().serve(before);
    } catch (DiagnosisException gone) {
      LOG.warn("the machine stays closed", gone);
      bench.talk().say(Phrase.RESET_STAYS_CLOSED);
    }
  }

  private void awaitNobody(boolean unknown)
      throws LineOverException, InterruptedException, DiagnosisException {
    Talk talk = bench.talk();
    boolean _ = talk.<Boolean, DiagnosisException>interruptible(() -> {
      bench.machine().pause().pause(LOOK);
      boolean told = false;
      for (long looks = VISIT_MAXIMUM.dividedBy(LOOK); visited(unknown); looks--) {
        if (looks == 0) {
          throw new NotNow(NotNow.Reason.PATRON_THERE);
        }
        if (!told) {
          talk.say(Phrase.RESET_WAITS);
          told = true;
        }
        bench.machine().pause().pause(LOOK);
      }
      return true;
    });
  }

  private boolean visited(boolean unknown) throws DiagnosisException {
    try {
      return Visits.underWay(diagnosis());
    } catch (DiagnosisException silent) {
      if (!unknown) {
        throw silent;
      }
      LOG.debug("nobody knows whether a visit is under way", silent);
      return false;
    }
  }

  private void confirm(Phrase question)
      throws TroubleException, LineOverException, BrokenOffException {
    Talk talk = bench.talk();
    if (!talk.ask(question).equals(bench.device().id())) {
      throw new TroubleException(Trouble.NOT_CONFIRMED);
    }
  }

  private void requireNamed(String named) throws TroubleException {
    List<Fact> facts = queue();
    if (facts.isEmpty()) {
      if (!named.equals(UNKNOWN)) {
        throw new TroubleException(Trouble.LOANS_UNKNOWN);
      }
      return;
    }
    // What is set aside has reached the library system, and is not lost.
    long waiting = count(facts, Subject.WAITING);
    long refused = count(facts, Subject.PARKED);
    String lost = Long.toString(waiting + refused);
    if (!named.equals(lost)) {
      throw new TroubleException(
          Trouble.LOANS_WAIT, lost, Long.toString(waiting), Long.toString(refused));
    }
  }

  private List<Fact> queue() {
    try {
      return diagnosis().facts(Topic.QUEUE);
    } catch (DiagnosisException unknown) {
      LOG.debug("nobody knows how many loans wait", unknown);
      return List.of();
    }
  }

  private static long count(List<Fact> facts, Subject subject) {
    return facts.stream()
        .filter(fact -> fact.subject() == subject)
        .mapToLong(fact ->
            fact.value() instanceof Fact.Value.Quantity(double amount) ? Math.round(amount) : 0)
        .sum();
  }

  private Diagnosis diagnosis() {
    return bench.machine().diagnosis();
  }
}
