package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.sim.SimTimeSource;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Check;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.DiagnosisContract;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NotNow;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.kiosk.diagnosis.Topic;
import org.kashidashi.kiosk.diagnosis.machine.ServiceState;
import org.kashidashi.kiosk.diagnosis.offline.NearestDiagnosis;
import org.kashidashi.kiosk.diagnosis.wire.DiagnosisClient;

/** A machine without a kiosk answers for itself, and lets the kiosk answer once it runs. */
class MachineDiagnosisTest extends DiagnosisContract {
  /** Of all tests: keys take seconds to make. */
  @TempDir
  private static Path folder;

  private DemoStation station;
  private Wiring.Surroundings around;
  private ServiceState.Service service =
      new ServiceState.Service(false, Condition.bad(Part.KIOSK, Cause.KIOSK_STOPPED));
  private MachineDiagnosis machine;
  private Diagnosis nearest;

  @BeforeEach
  void start() throws Exception {
    DiagnosedKiosk.open(folder);
    station = DemoStation.open(folder, DemoStation.clock(), new SecureRandom());
    around = new Wiring.Surroundings(
        DemoStation.clock(), System::nanoTime, SimTimeSource.trusted(), new SecureRandom());
    Wiring.open(station.configuration(), around).close();
    machine = MachineDiagnosis.open(station.configuration(), around, () -> service);
    nearest = new NearestDiagnosis(
        new DiagnosisClient(List.of(folder.resolve("diagnosis.sock")), System::nanoTime),
        machine.diagnosis());
  }

  @AfterEach
  void stop() throws Exception {
    machine.close();
    station.close();
  }

  @Override
  protected Diagnosis diagnosis() {
    return nearest;
  }

  @Override
  protected Set<Topic> unknown() {
    return Set.of(Topic.DEVICES, Topic.COUNTERS, Topic.ERRORS);
  }

  /** The console's own memory is not the kiosk's. */
  @Test
  void memoryOfTheProcessIsToldByTheKioskAlone() throws Exception {
    assertFalse(diagnosis().facts(Topic.MEMORY).stream()
        .anyMatch(fact -> fact.subject() == Subject.RESIDENT || fact.subject() == Subject.HEAP));
  }

  @Test
  void stoppedKioskIsTold() throws Exception {
    assertEquals(Cause.KIOSK_STOPPED, diagnosis().health().troubles().getFirst().cause());
  }

  @Test
  void onlyARunningKioskSends() {
    NotNow refused = assertThrows(NotNow.class, () -> diagnosis().retryQueue());
    assertEquals(NotNow.Reason.KIOSK_STOPPED, refused.reason());
  }

  /** The panel of this machine is the terminal in which its kiosk would be started. */
  @Test
  void targetsCannotBeShownOnAPanelThatIsNotThere() {
    NotNow refused = assertThrows(NotNow.class, () -> diagnosis().calibrateTouch(_ -> {}));
    assertEquals(NotNow.Reason.DISPLAY_MISSING, refused.reason());
  }

  @Test
  void damagedDatabaseIsToldAndKept() throws Exception {
    Path database = station.configuration().kiosk().stateDirectory().resolve(Wiring.STORE_FILE);
    byte[] whole = Files.readAllBytes(database);
    byte[] damaged = whole.clone();
    for (int index = 4_096; index < 8_192; index++) {
      damaged[index] = (byte) index;
    }
    try {
      Files.write(database, damaged);
      Condition condition = diagnosis().check(Check.DATABASE, _ -> {});
      assertEquals(Cause.DATABASE_DAMAGED, condition.cause(), condition.toString());
    } finally {
      Files.write(database, whole);
    }
  }

  @Test
  void databaseOfARunningKioskIsInUse() throws Exception {
    Wiring running = Wiring.open(station.configuration(), around);
    try {
      assertEquals(
          Cause.DATABASE_IN_USE, diagnosis().check(Check.DATABASE, _ -> {}).cause());
    } finally {
      running.close();
    }
  }

  @Test
  void nothingIsOpenedThatTheProgramHoldsOrTakesAtThisMoment() throws Exception {
    service = new ServiceState.Service(true, Condition.doubtful(Part.KIOSK, Cause.KIOSK_STARTING));
    Wiring running = Wiring.open(station.configuration(), around);
    try {
      // A look that took the lock, or tried to, would say that the database is in use.
      Map<Part, Condition> parts = diagnosis().health().conditions().stream()
          .collect(Collectors.toMap(Condition::part, condition -> condition));
      assertEquals(Condition.unknown(Part.DATABASE), parts.get(Part.DATABASE));
      assertEquals(Condition.unknown(Part.QUEUE), parts.get(Part.QUEUE));
      assertEquals(service.condition(), parts.get(Part.KIOSK));
    } finally {
      running.close();
    }
    List<Executable> questions = new ArrayList<>(List.of(
        () -> diagnosis().facts(Topic.QUEUE),
        () -> diagnosis().queue(1),
        () -> diagnosis().serve(ServiceMode.CLOSED),
        () -> diagnosis().calibrateTouch(_ -> {})));
    for (Check check : Check.values()) {
      if (check != Check.NETWORK) {
        questions.add(() -> diagnosis().check(check, _ -> {}));
      }
    }
    for (Executable question : questions) {
      assertEquals(
          NotNow.Reason.KIOSK_HOLDS, assertThrows(NotNow.class, question).reason());
    }
    assertEquals(ServiceMode.OPEN, diagnosis().health().mode());
    assertTrue(has(diagnosis().check(Check.NETWORK, _ -> {}), Subject.ANSWER_TIME));
  }

  @Test
  void kioskAnswersAsSoonAsItRuns() throws Exception {
    diagnosis().serve(ServiceMode.CLOSED);
    station.close();
    try (DiagnosedKiosk kiosk = new DiagnosedKiosk(folder)) {
      assertEquals(
          Cause.CLOSED_BY_TECHNICIAN,
          diagnosis().health().conditions().getFirst().cause(),
          kiosk.display.rows().toString());
    }
    assertEquals(
        Cause.KIOSK_STOPPED, diagnosis().health().conditions().getFirst().cause());
    station = DemoStation.open(folder, DemoStation.clock(), new SecureRandom());
  }
}
