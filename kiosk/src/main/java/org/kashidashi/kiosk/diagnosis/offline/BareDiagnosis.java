package org.kashidashi.kiosk.diagnosis.offline;

import java.util.List;
import java.util.function.Consumer;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Check;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NotNow;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Health;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.kiosk.diagnosis.Topic;
import org.kashidashi.kiosk.diagnosis.Waiting;
import org.kashidashi.kiosk.diagnosis.facts.ModeFile;
import org.kashidashi.kiosk.diagnosis.machine.ServiceState;

/**
 * What is left where the configuration is wrong: nobody knows which devices there should be, and a
 * technician has to mend it first.
 */
public final class BareDiagnosis implements Diagnosis {
  private static final Condition WRONG =
      Condition.bad(Part.CONFIGURATION, Cause.CONFIGURATION_WRONG);

  private final ServiceState kiosk;
  private final ModeFile modes;

  public BareDiagnosis(ServiceState kiosk, ModeFile modes) {
    this.kiosk = kiosk;
    this.modes = modes;
  }

  @Override
  public Health health() {
    return new Health(modes.read(), List.of(kiosk.now().condition(), WRONG));
  }

  @Override
  public List<Fact> facts(Topic topic) throws DiagnosisException {
    if (topic != Topic.STATUS) {
      throw stopped();
    }
    return List.of(Fact.text(Subject.MODE, modes.read().name()));
  }

  @Override
  public Condition check(Check check, Consumer<Hint> hints) {
    return WRONG;
  }

  @Override
  public void serve(ServiceMode mode) throws DiagnosisException {
    throw stopped();
  }

  @Override
  public List<Waiting> queue(int limit) throws DiagnosisException {
    throw stopped();
  }

  @Override
  public List<Fact> retryQueue() throws DiagnosisException {
    throw stopped();
  }

  @Override
  public List<Double> calibrateTouch(Consumer<Hint> hints) throws DiagnosisException {
    throw stopped();
  }

  @Override
  public void close() {
    // Nothing is open.
  }

  private static NotNow stopped() {
    return new NotNow(NotNow.Reason.KIOSK_STOPPED);
  }
}
