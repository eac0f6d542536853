package org.kashidashi.kiosk.diagnosis.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
import org.kashidashi.kiosk.diagnosis.Standing;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.kiosk.diagnosis.Topic;
import org.kashidashi.kiosk.diagnosis.Waiting;
import org.kashidashi.kiosk.diagnosis.check.CheckRun;
import org.kashidashi.kiosk.diagnosis.check.Place;
import org.kashidashi.kiosk.diagnosis.check.TouchCorrection;
import org.kashidashi.kiosk.diagnosis.facts.QueueFacts;
import org.kashidashi.sync.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The diagnosis of a running kiosk. Any number of threads may ask; one of them checks. */
public final class LiveDiagnosis implements Diagnosis {
  private static final Logger LOG = LoggerFactory.getLogger(LiveDiagnosis.class);

  private final HealthBook book;
  private final Knowledge knowledge;
  private final Sightings sightings;
  private final Modes modes;
  private final Surroundings around;
  private final Checks checks;
  private final BooleanSupplier patronThere;
  private final ReentrantLock checking = new ReentrantLock();

  /**
   * What can be tried at this kiosk.
   *
   * @param checks those that the configuration has
   * @param correction empty where nothing can be touched
   * @param sync where the outbox is sent from
   * @param send sends what waits, there
   */
  public record Checks(
      Map<Check, CheckRun> checks,
      Optional<TouchCorrection> correction,
      Place sync,
      Runnable send) {
    public Checks {
      checks = Map.copyOf(checks);
    }
  }

  /**
   * @param patronThere whether somebody is in a visit now
   */
  public LiveDiagnosis(
      HealthBook book,
      Knowledge knowledge,
      Sightings sightings,
      Modes modes,
      Surroundings around,
      Checks checks,
      BooleanSupplier patronThere) {
    this.book = book;
    this.knowledge = knowledge;
    this.sightings = sightings;
    this.modes = modes;
    this.around = around;
    this.checks = checks;
    this.patronThere = patronThere;
  }

  @Override
  public Health health() {
    return book.health();
  }

  @Override
  public List<Fact> facts(Topic topic) throws DiagnosisException {
    if (topic == Topic.QUEUE) {
      return counted();
    }
    List<Fact> known = knowledge.of(topic, book);
    return topic == Topic.STATUS
        ? Stream.concat(known.stream(), Stream.of(visit())).toList()
        : known;
  }

  /** Now, and not when the last round was: whoever erases the machine relies on it. */
  private List<Fact> counted() throws DiagnosisException {
    try {
      return QueueFacts.facts(around.store().outboxCounts(), around.clock());
    } catch (StoreException failure) {
      // An empty list would say that nothing waits.
      throw broken(failure);
    }
  }

  private Fact visit() {
    return new Fact(Subject.VISIT, "", new Fact.Value.Flag(patronThere.getAsBoolean()));
  }

  @Override
  public Condition check(Check check, Consumer<Hint> hints)
      throws DiagnosisException, InterruptedException {
    CheckRun run = checks.checks().get(check);
    if (run == null) {
      return Condition.absent(check.part());
    }
    if (check.exclusive()) {
      requireMaintenance();
    }
    if (check.unattended()) {
      requireNobody();
    }
    Condition condition = alone(() -> run.run(hints));
    sightings.put(condition);
    if (check == Check.NETWORK && condition.standing() == Standing.GOOD) {
      // It has answered; the kiosk itself may look again a minute later.
      sightings.put(Condition.good(Part.CENTRAL));
    }
    return condition;
  }

  @Override
  public void serve(ServiceMode mode) throws NotNow {
    LOG.info("a technician sets the mode to {}", mode);
    modes.set(mode);
  }

  @Override
  public List<Waiting> queue(int limit) throws DiagnosisException {
    if (limit < 1 || limit > QUEUE_MAXIMUM) {
      throw new IllegalArgumentException(
          "a queue of %d, need 1 to %d".formatted(limit, QUEUE_MAXIMUM));
    }
    try {
      return QueueFacts.waiting(around.store().unsettled(limit), around.clock());
    } catch (StoreException failure) {
      throw broken(failure);
    }
  }

  @Override
  public List<Fact> retryQueue() throws DiagnosisException {
    try {
      int released = around.store().releaseParked();
      LOG.info("{} parked entries are tried once more", released);
      boolean _ = checks.sync().call(() -> {
        checks.send().run();
        return true;
      });
    } catch (StoreException failure) {
      throw broken(failure);
    } catch (NotNow stillSending) {
      LOG.info("the library system has not answered yet");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return counted();
  }

  @Override
  public List<Double> calibrateTouch(Consumer<Hint> hints)
      throws DiagnosisException, InterruptedException {
    TouchCorrection correction =
        checks.correction().orElseThrow(() -> new NotNow(NotNow.Reason.NO_TOUCH_PANEL));
    requireMaintenance();
    requireNobody();
    if (sightings.has(Part.TOUCH, Cause.TOUCH_MISSING)) {
      throw new NotNow(NotNow.Reason.TOUCH_MISSING);
    }
    return alone(() -> correction.run(hints));
  }

  @Override
  public void close() {
    // The kiosk goes on.
  }

  private interface Asked<T> {
    T answer() throws DiagnosisException, InterruptedException;
  }

  private <T> T alone(Asked<T> asked) throws DiagnosisException, InterruptedException {
    if (!checking.tryLock()) {
      throw new NotNow(NotNow.Reason.BUSY);
    }
    try {
      return asked.answer();
    } finally {
      checking.unlock();
    }
  }

  private void requireMaintenance() throws NotNow {
    if (modes.mode() != ServiceMode.MAINTENANCE) {
      throw new NotNow(NotNow.Reason.NOT_IN_MAINTENANCE);
    }
  }

  private void requireNobody() throws NotNow {
    if (patronThere.getAsBoolean()) {
      throw new NotNow(NotNow.Reason.PATRON_THERE);
    }
  }

  private static DiagnosisException broken(StoreException failure) {
    LOG.warn("the store does not answer a technician", failure);
    return new NotNow(NotNow.Reason.STORE_BROKEN);
  }
}
