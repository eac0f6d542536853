package org.kashidashi.kiosk.diagnosis.check;

import java.util.function.Consumer;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.Hint;

/** One check of a part of the machine. */
public interface CheckRun {
  /**
   * Tries the part. Blocks for a bounded time.
   *
   * @param hints told what a person has to do, on this thread
   * @throws InterruptedException broken off; whatever was shown or held is given back
   */
  Condition run(Consumer<Hint> hints) throws DiagnosisException, InterruptedException;
}
