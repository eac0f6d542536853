package org.kashidashi.kiosk.diagnosis.offline;

import java.util.List;
import java.util.function.Consumer;
import org.kashidashi.kiosk.diagnosis.Check;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NobodyThere;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Health;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.Topic;
import org.kashidashi.kiosk.diagnosis.Waiting;

/** Asks the running kiosk, and where none answers, the machine itself: anew with each question. */
public final class NearestDiagnosis implements Diagnosis {
  private final Diagnosis kiosk;
  private final Diagnosis machine;

  /**
   * @param kiosk closed with this
   * @param machine closed with this
   */
  public NearestDiagnosis(Diagnosis kiosk, Diagnosis machine) {
    this.kiosk = kiosk;
    this.machine = machine;
  }

  private interface Asking<T> {
    T of(Diagnosis diagnosis) throws DiagnosisException;
  }

  private <T> T ask(Asking<T> asking) throws DiagnosisException {
    try {
      return asking.of(kiosk);
    } catch (NobodyThere _) {
      return asking.of(machine);
    }
  }

  @Override
  public Health health() throws DiagnosisException {
    return ask(Diagnosis::health);
  }

  @Override
  public List<Fact> facts(Topic topic) throws DiagnosisException {
    return ask(diagnosis -> diagnosis.facts(topic));
  }

  @Override
  public Condition check(Check check, Consumer<Hint> hints)
      throws DiagnosisException, InterruptedException {
    try {
      return kiosk.check(check, hints);
    } catch (NobodyThere _) {
      return machine.check(check, hints);
    }
  }

  @Override
  public void serve(ServiceMode mode) throws DiagnosisException {
    boolean _ = ask(diagnosis -> {
      diagnosis.serve(mode);
      return true;
    });
  }

  @Override
  public List<Waiting> queue(int limit) throws DiagnosisException {
    return ask(diagnosis -> diagnosis.queue(limit));
  }

  @Override
  public List<Fact> retryQueue() throws DiagnosisException {
    return ask(Diagnosis::retryQueue);
  }

  @Override
  public List<Double> calibrateTouch(Consumer<Hint> hints)
      throws DiagnosisException, InterruptedException {
    try {
      return kiosk.calibrateTouch(hints);
    } catch (NobodyThere _) {
      return machine.calibrateTouch(hints);
    }
  }

  @Override
  public void close() {
    try (machine) {
      kiosk.close();
    }
  }
}
