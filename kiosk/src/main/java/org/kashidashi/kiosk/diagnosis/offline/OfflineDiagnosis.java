package org.kashidashi.kiosk.diagnosis.offline;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
import org.kashidashi.kiosk.diagnosis.check.DatabaseCheck;
import org.kashidashi.kiosk.diagnosis.facts.MachineFacts;
import org.kashidashi.kiosk.diagnosis.facts.ModeFile;
import org.kashidashi.kiosk.diagnosis.facts.QueueFacts;
import org.kashidashi.kiosk.diagnosis.machine.ServiceState;
import org.kashidashi.sync.store.OutboxCounts;
import org.kashidashi.sync.store.StoreException;
import org.kashidashi.sync.store.StoreInspection;
import org.kashidashi.sync.store.StoreSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The diagnosis of a machine whose kiosk does not run. One thread.
 *
 * <p>Patrons cannot meet any check here, so the mode does not matter. A program that runs and answers
 * nobody, such as a counter's desk, or that is about to run, keeps what it has.
 */
public final class OfflineDiagnosis implements Diagnosis {
  private static final Logger LOG = LoggerFactory.getLogger(OfflineDiagnosis.class);

  private final ServiceState service;
  private final Doors doors;
  private final ModeFile modes;
  private final StoreSettings store;
  private final MachineFacts machine;
  private final Clock clock;
  private final Map<Part, Condition> tried = new EnumMap<>(Part.class);

  /**
   * @param store where the kiosk's database is, for as long as no kiosk has it
   */
  public OfflineDiagnosis(
      ServiceState service,
      Doors doors,
      ModeFile modes,
      StoreSettings store,
      MachineFacts machine,
      Clock clock) {
    this.service = service;
    this.doors = doors;
    this.modes = modes;
    this.store = store;
    this.machine = machine;
    this.clock = clock;
  }

  @Override
  public Health health() {
    Map<Part, Condition> parts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      parts.put(part, Condition.unknown(part));
    }
    for (Check check : Check.values()) {
      Part part = check.part();
      if (!doors.has(check)) {
        parts.put(part, Condition.absent(part));
      }
    }
    parts.putAll(tried);
    machine.conditions().forEach(condition -> parts.put(condition.part(), condition));
    ServiceState.Service now = service.now();
    parts.put(Part.KIOSK, now.condition());
    if (!now.holds()) {
      Condition queue = queueCondition();
      parts.put(queue.part(), queue);
    }
    return new Health(modes.read(), new ArrayList<>(parts.values()));
  }

  private Condition queueCondition() {
    try {
      return QueueFacts.condition(counts(), clock);
    } catch (StoreException closed) {
      LOG.debug("the outbox is not counted", closed);
      return Condition.bad(Part.DATABASE, DatabaseCheck.causeOf(closed));
    }
  }

  @Override
  public List<Fact> facts(Topic topic) throws NotNow {
    return switch (topic) {
      case STATUS -> List.of(Fact.text(Subject.MODE, modes.read().name()));
      case VERSION -> machine.version();
      case QUEUE -> queueFacts();
      // Only a running kiosk has seen its devices and its patrons.
      case DEVICES, COUNTERS, ERRORS -> throw new NotNow(NotNow.Reason.KIOSK_STOPPED);
      case CLOCK -> machine.clock();
      case NETWORK -> machine.network();
      case SENSORS -> machine.sensors();
      case DISK -> machine.disk();
      case MEMORY -> machine.memory();
    };
  }

  private List<Fact> queueFacts() throws NotNow {
    requireLeft();
    try {
      return QueueFacts.facts(counts(), clock);
    } catch (StoreException closed) {
      LOG.info("the outbox is not counted: {}", closed.getMessage());
      // An empty list would say that nothing waits.
      throw new NotNow(NotNow.Reason.STORE_BROKEN);
    }
  }

  @Override
  public Condition check(Check check, Consumer<Hint> hints)
      throws DiagnosisException, InterruptedException {
    Part part = check.part();
    if (!doors.has(check)) {
      return Condition.absent(part);
    }
    if (check != Check.NETWORK) {
      requireLeft();
    }
    Condition condition = checked(check, hints);
    tried.put(condition.part(), condition);
    return condition;
  }

  private Condition checked(Check check, Consumer<Hint> hints)
      throws DiagnosisException, InterruptedException {
    try (Doors.Opened opened = doors.open(check)) {
      return opened.run().run(hints);
    } catch (MissingDeviceException missing) {
      LOG.info("{} cannot be tried: {}", check, missing.getMessage());
      return Condition.bad(check.part(), missing.why());
    }
  }

  @Override
  public void serve(ServiceMode mode) throws NotNow {
    // A program that is there has read the mode already, and would go on as before.
    requireLeft();
    modes.write(mode);
  }

  @Override
  public List<Waiting> queue(int limit) throws DiagnosisException {
    requireLeft();
    try (StoreInspection inspection = StoreInspection.open(store)) {
      return QueueFacts.waiting(inspection.unsettled(limit), clock);
    } catch (StoreException closed) {
      LOG.info("the outbox cannot be looked at: {}", closed.getMessage());
      throw new NotNow(NotNow.Reason.STORE_BROKEN);
    }
  }

  @Override
  public List<Fact> retryQueue() throws DiagnosisException {
    throw new NotNow(NotNow.Reason.KIOSK_STOPPED);
  }

  @Override
  public List<Double> calibrateTouch(Consumer<Hint> hints)
      throws DiagnosisException, InterruptedException {
    if (!doors.has(Check.TOUCH)) {
      throw new NotNow(NotNow.Reason.NO_TOUCH_PANEL);
    }
    requireLeft();
    try (Doors.Correcting correcting = doors.correcting()) {
      return correcting.correction().run(hints);
    } catch (MissingDeviceException missing) {
      LOG.info("nothing can be touched: {}", missing.getMessage());
      throw new NotNow(NotNow.Reason.DISPLAY_MISSING);
    }
  }

  /** What the program has, or takes at this moment, is not opened beside it. */
  private void requireLeft() throws NotNow {
    if (service.now().holds()) {
      throw new NotNow(NotNow.Reason.KIOSK_HOLDS);
    }
  }

  private OutboxCounts counts() throws StoreException {
    try (StoreInspection inspection = StoreInspection.open(store)) {
      return inspection.outboxCounts();
    }
  }

  @Override
  public void close() {
    // Everything is closed after each question.
  }
}
