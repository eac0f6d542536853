package org.kashidashi.kiosk.diagnosis;

import java.util.List;
import java.util.function.Consumer;

/**
 * What a technician may see of a kiosk and do to it.
 *
 * <p>A running kiosk answers for the devices it holds; where none runs, the devices and files answer
 * themselves. Nothing that comes out of it tells of a patron: no name, no number of a card, no title.
 * One thread at a time; every call blocks for a bounded time.
 */
public interface Diagnosis extends AutoCloseable {
  /** The most entries that {@link #queue} tells at once. */
  int QUEUE_MAXIMUM = 1_000;

  /** The summary that the console, the screen of a closed kiosk and the metrics share. */
  Health health() throws DiagnosisException;

  /** What is known of a topic, in the order in which it is shown. */
  List<Fact> facts(Topic topic) throws DiagnosisException;

  /**
   * Tries a part of the machine.
   *
   * @param hints told what a person has to do or look at now; called on the caller's thread
   * @return how it went, with what was measured
   * @throws InterruptedException the check was broken off; whatever it showed or held is given back
   */
  Condition check(Check check, Consumer<Hint> hints)
      throws DiagnosisException, InterruptedException;

  /** Whether patrons are served. It stays so over a restart. */
  void serve(ServiceMode mode) throws DiagnosisException;

  /**
   * What waits to be told to the library system, oldest first.
   *
   * @param limit 1 to {@link #QUEUE_MAXIMUM}
   */
  List<Waiting> queue(int limit) throws DiagnosisException;

  /**
   * Sends what waits, now; what the library system did not take is tried once more.
   *
   * @return how many entries wait, and how many are refused, after it was asked to
   */
  List<Fact> retryQueue() throws DiagnosisException;

  /**
   * Lets a person touch targets.
   *
   * @return the correction that the configuration has to hold, as {@code touch.calibration} writes it
   */
  List<Double> calibrateTouch(Consumer<Hint> hints) throws DiagnosisException, InterruptedException;

  @Override
  void close();
}
