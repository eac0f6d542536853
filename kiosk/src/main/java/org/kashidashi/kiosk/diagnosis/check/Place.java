package org.kashidashi.kiosk.diagnosis.check;

import java.util.function.Supplier;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;

/** Where a device is spoken to: a device belongs to one thread. */
public interface Place {
  /**
   * Does the work there and waits for what comes of it.
   *
   * @param work takes at most a few seconds
   * @throws DiagnosisException.NotNow the thread does not come to it
   */
  <T> T call(Supplier<T> work) throws DiagnosisException, InterruptedException;

  /** On the caller's thread, where nobody else holds the device. */
  static Place here() {
    return new Here();
  }

  /** Of a caller who holds the device. */
  final class Here implements Place {
    private Here() {}

    @Override
    public <T> T call(Supplier<T> work) throws InterruptedException {
      if (Thread.interrupted()) {
        throw new InterruptedException("broken off");
      }
      return work.get();
    }
  }
}
