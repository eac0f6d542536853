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

  /**
   * From now on the thread does nothing but such work, so that what a person does reaches the check
   * alone. Returns once it has ended what it was at. Every call that returns is followed by {@link
   * #release}.
   */
  void hold() throws DiagnosisException, InterruptedException;

  void release();

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

    @Override
    public void hold() {
      // Nobody else wants the device.
    }

    @Override
    public void release() {
      // Nobody else wants the device.
    }
  }
}
