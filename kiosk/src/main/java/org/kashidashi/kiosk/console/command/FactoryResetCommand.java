package org.kashidashi.kiosk.console.command;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

  /** All that is lost with the database. */
  private static final Set<Subject> LOST =
      EnumSet.of(Subject.WAITING, Subject.PARKED, Subject.QUARANTINED);

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
            new Token.Word("loans")),
        Form.of("factory-reset lose unknown loans", Role.ADMIN, _ -> reset(UNKNOWN)));
  }

  private Form.Next reset(String named)
      throws TroubleException, LineOverException, BrokenOffException, IOException,
          InterruptedException, DiagnosisException {
    ServiceMode before = close();
    boolean ordered = false;
    try {
      awaitNobody();
      requireNamed(named);
      bench.talk().say(Phrase.RESET_WARNING, bench.device().id());
      confirm(Phrase.RESET_FIRST);
      confirm(Phrase.RESET_SECOND);
      // Another console may have opened the machine while it was confirmed.
      if (visited()) {
        throw new NotNow(NotNow.Reason.PATRON_THERE);
      }
      requireNamed(named);
      bench.machine().control().factoryReset();
      ordered = true;
    } finally {
      if (!ordered) {
        putBack(before);
      }
    }
    bench.talk().say(Phrase.RESETTING);
    return Form.Next.LOG_OUT;
  }

  /** Where no kiosk can be closed, nobody borrows. */
  private ServiceMode close() {
    try {
      ServiceMode before = diagnosis().health().mode();
      diagnosis().serve(ServiceMode.CLOSED);
      return before;
    } catch (DiagnosisException nobodyServes) {
      LOG.info("there is no kiosk to close: {}", nobodyServes.getMessage());
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

  private void awaitNobody() throws LineOverException, InterruptedException, DiagnosisException {
    Talk talk = bench.talk();
    boolean _ = talk.<Boolean, DiagnosisException>interruptible(() -> {
      bench.machine().pause().pause(LOOK);
      boolean told = false;
      for (long looks = VISIT_MAXIMUM.dividedBy(LOOK); visited(); looks--) {
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

  /** A kiosk that cannot be asked lets nobody borrow. */
  private boolean visited() {
    try {
      return diagnosis().facts(Topic.STATUS).stream()
          .filter(fact -> fact.subject() == Subject.VISIT)
          .anyMatch(fact -> fact.value() instanceof Fact.Value.Flag(boolean there) && there);
    } catch (DiagnosisException unknown) {
      LOG.debug("nobody knows whether a visit is under way", unknown);
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
    String waiting = waiting();
    if (!named.equals(waiting)) {
      throw new TroubleException(Trouble.LOANS_WAIT, waiting);
    }
  }

  private String waiting() {
    try {
      List<Fact> facts = diagnosis().facts(Topic.QUEUE);
      long count = 0;
      for (Fact fact : facts) {
        if (LOST.contains(fact.subject())
            && fact.value() instanceof Fact.Value.Quantity(double amount)) {
          count += Math.round(amount);
        }
      }
      return facts.isEmpty() ? UNKNOWN : Long.toString(count);
    } catch (DiagnosisException unknown) {
      LOG.debug("nobody knows how many loans wait", unknown);
      return UNKNOWN;
    }
  }

  private Diagnosis diagnosis() {
    return bench.machine().diagnosis();
  }
}
