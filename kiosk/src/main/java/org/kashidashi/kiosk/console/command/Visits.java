package org.kashidashi.kiosk.console.command;

import org.kashidashi.kiosk.console.talk.Trouble;
import org.kashidashi.kiosk.console.talk.TroubleException;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.kiosk.diagnosis.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether a patron is at the machine: a restart would take what they have just scanned. */
final class Visits {
  private static final Logger LOG = LoggerFactory.getLogger(Visits.class);

  private Visits() {}

  static boolean underWay(Diagnosis diagnosis) throws DiagnosisException {
    return diagnosis.facts(Topic.STATUS).stream()
        .filter(fact -> fact.subject() == Subject.VISIT)
        .anyMatch(fact -> fact.value() instanceof Fact.Value.Flag(boolean there) && there);
  }

  /** A kiosk that does not answer may be the very reason for what is ordered. */
  static void requireNone(Diagnosis diagnosis) throws TroubleException {
    try {
      if (underWay(diagnosis)) {
        throw new TroubleException(Trouble.VISIT_UNDER_WAY);
      }
    } catch (DiagnosisException silent) {
      LOG.debug("nobody knows whether a visit is under way", silent);
    }
  }
}
