package org.kashidashi.kiosk.console.command;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.kashidashi.kiosk.console.talk.LineOverException;
import org.kashidashi.kiosk.console.talk.Phrase;
import org.kashidashi.kiosk.console.talk.Talk;
import org.kashidashi.kiosk.console.talk.Trouble;
import org.kashidashi.kiosk.console.talk.TroubleException;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.ConfigurationEditor;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.Health;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the kiosk with a changed configuration, and sees to it that it comes up with one. */
final class Trial {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration LOOK = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(Trial.class);

  private final Bench bench;
  private final Set<Part> badBefore;

  /** Remembers how the machine is before the change. */
  Trial(Bench bench) {
    this.bench = bench;
    this.badBefore = EnumSet.noneOf(Part.class);
    try {
      health().conditions().stream()
          .filter(condition -> condition.standing() == Standing.BAD)
          .map(Condition::part)
          .forEach(badBefore::add);
    } catch (DiagnosisException silent) {
      LOG.debug("nobody knows how the machine was before the change", silent);
    }
  }

  /** What a look at the machine tells. */
  private enum Verdict {
    NOT_YET,
    WELL,
    WENT_BACK
  }

  void run() throws IOException, TroubleException, InterruptedException, LineOverException {
    Talk talk = bench.talk();
    try {
      bench.machine().control().restartKiosk();
    } catch (IOException refused) {
      LOG.warn("the kiosk is not started with the change", refused);
      throw new TroubleException(Trouble.NOT_RESTARTED, why(refused));
    }
    talk.say(Phrase.ON_TRIAL, LIMIT.toMinutes());
    Verdict verdict;
    try {
      verdict = talk.<Verdict, IOException>interruptible(this::verdict);
    } catch (InterruptedException left) {
      LOG.debug("nobody waits for the end of the trial", left);
      throw new TroubleException(Trouble.ON_TRIAL);
    }
    switch (verdict) {
      case WELL -> {
        talk.say(Phrase.PROVEN);
        tellNewTroubles();
      }
      case WENT_BACK -> throw new TroubleException(Trouble.ROLLED_BACK);
      case NOT_YET -> {
        boolean _ = bench.machine().configuration().rollBack();
        bench.machine().control().restartKiosk();
        throw new TroubleException(Trouble.ROLLED_BACK);
      }
    }
  }

  static String why(IOException refused) {
    return Objects.requireNonNullElse(refused.getMessage(), refused.toString());
  }

  private Verdict verdict() throws IOException, InterruptedException {
    for (long looks = LIMIT.dividedBy(LOOK); looks > 0; looks--) {
      bench.machine().pause().pause(LOOK);
      Verdict verdict = look();
      if (verdict != Verdict.NOT_YET) {
        return verdict;
      }
    }
    return Verdict.NOT_YET;
  }

  /**
   * The kiosk itself says in its files when it has proven a change or taken it back. The machine is
   * not asked meanwhile: to count what waits, it would hold the store that the kiosk is opening.
   */
  private Verdict look() throws IOException {
    ConfigurationEditor editor = bench.machine().configuration();
    if (editor.onTrial()) {
      return Verdict.NOT_YET;
    }
    return editor.rolledBack() ? Verdict.WENT_BACK : Verdict.WELL;
  }

  private void tellNewTroubles() {
    try {
      boolean told = false;
      for (Condition condition : health().conditions()) {
        if (condition.standing() == Standing.BAD && !badBefore.contains(condition.part())) {
          bench.talk().show(condition);
          told = true;
        }
      }
      if (told) {
        bench.talk().say(Phrase.NEW_TROUBLES);
      }
    } catch (DiagnosisException gone) {
      LOG.debug("the kiosk does not answer after its trial", gone);
    }
  }

  private Health health() throws DiagnosisException {
    return bench.machine().diagnosis().health();
  }
}
