package org.kashidashi.kiosk.diagnosis.check;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Subject;

/**
 * What came of some work, and how long it took where it was done.
 *
 * @param milliseconds never negative
 */
record Timed<T>(T result, double milliseconds) {
  private static final double NANOS = 1e6;

  static <T> Timed<T> of(LongSupplier nanoTime, Supplier<T> work) {
    long begin = nanoTime.getAsLong();
    T result = work.get();
    return new Timed<>(result, (nanoTime.getAsLong() - begin) / NANOS);
  }

  static <T> Timed<T> of(Place place, LongSupplier nanoTime, Supplier<T> work)
      throws DiagnosisException, InterruptedException {
    return place.call(() -> of(nanoTime, work));
  }

  Fact as(Subject subject) {
    return Fact.number(subject, milliseconds);
  }
}
