package org.kashidashi.kiosk.diagnosis.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NotNow;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.kiosk.diagnosis.Topic;
import org.kashidashi.kiosk.diagnosis.check.Place;
import org.kashidashi.kiosk.diagnosis.check.TouchCorrection;
import org.kashidashi.kiosk.diagnosis.facts.ModeFile;
import org.kashidashi.kiosk.diagnosis.facts.SampleMachine;
import org.kashidashi.kiosk.session.StaffWords;
import org.kashidashi.sync.store.Store;
import org.kashidashi.sync.store.StoreException;
import org.kashidashi.sync.store.StoreSettings;

/** A running kiosk says why it does not do what it is asked for. */
final class LiveOrdersTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T05:05:00Z"), ZoneId.of("Asia/Tokyo"));

  @TempDir
  private Path folder;

  private Store store;
  private Sightings sightings;
  private Surroundings around;
  private Modes modes;
  private HealthBook book;
  private LiveDiagnosis diagnosis;

  @BeforeEach
  void open() throws Exception {
    store = Store.open(StoreSettings.of(folder.resolve("kiosk.db"), "k1"), new SecureRandom());
    sightings = new Sightings(CLOCK, Set.of());
    around = new Surroundings(SampleMachine.in(folder, CLOCK), () -> 0, store);
    modes = new Modes(new ModeFile(folder), _ -> {});
    book = new HealthBook(
        modes, sightings, around, () -> true, _ -> {}, _ -> new StaffWords("故障", "fault"));
    diagnosis = diagnosis(Optional.empty());
  }

  private LiveDiagnosis diagnosis(Optional<TouchCorrection> correction) {
    return new LiveDiagnosis(
        book,
        new Knowledge(around, sightings, new Tally(CLOCK), Map.of(), () -> ""),
        sightings,
        modes,
        around,
        new LiveDiagnosis.Checks(Map.of(), correction, Place.here(), this::refused),
        () -> false);
  }

  /** What is sent once more is refused once more. */
  private void refused() {
    try {
      TwoLoans.refuse(store, CLOCK.instant());
    } catch (StoreException failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void panelThatNobodyHasIsNotTouched() {
    assertEquals(NotNow.Reason.NO_TOUCH_PANEL, calibrated(diagnosis).reason());
  }

  @Test
  void panelThatIsPulledIsNotTouched() throws Exception {
    LiveDiagnosis touched =
        diagnosis(Optional.of(new TouchCorrection(new PulledGlass(), List.of(), 0, () -> 0)));
    touched.serve(ServiceMode.MAINTENANCE);
    assertEquals(NotNow.Reason.NOBODY_TOUCHED, calibrated(touched).reason());
    sightings.put(Condition.bad(Part.TOUCH, Cause.TOUCH_MISSING));
    assertEquals(NotNow.Reason.TOUCH_MISSING, calibrated(touched).reason());
  }

  private static NotNow calibrated(Diagnosis diagnosis) {
    return assertThrows(NotNow.class, () -> diagnosis.calibrateTouch(_ -> {}));
  }

  /** A technician who sees 1 here and 3 there cannot know which one to believe. */
  @Test
  void waitingIsOneNumberWhereverItIsTold() throws Exception {
    TwoLoans.lend(store, CLOCK.instant());
    TwoLoans.refuse(store, CLOCK.instant());
    book.round();
    for (List<Fact> facts : List.of(
        diagnosis.facts(Topic.QUEUE), diagnosis.facts(Topic.STATUS), diagnosis.retryQueue())) {
      assertTrue(facts.contains(Fact.number(Subject.WAITING, 1)), facts::toString);
      assertTrue(facts.contains(Fact.number(Subject.PARKED, 1)), facts::toString);
    }
  }

  @Test
  void deviceIsToldWithSinceWhenItIsSo() throws Exception {
    sightings.put(Condition.good(Part.READER));
    assertTrue(diagnosis
        .facts(Topic.DEVICES)
        .contains(
            new Fact(Subject.SINCE, Part.READER.name(), new Fact.Value.Moment(CLOCK.instant()))));
  }

  @Test
  void storeThatDoesNotAnswerIsNoOtherCheck() throws Exception {
    assertEquals(List.of(), diagnosis.queue(1));
    store.close();
    List<Executable> questions = List.of(
        () -> diagnosis.facts(Topic.QUEUE),
        () -> diagnosis.queue(Diagnosis.QUEUE_MAXIMUM),
        () -> diagnosis.retryQueue());
    for (Executable question : questions) {
      assertEquals(
          NotNow.Reason.STORE_BROKEN, assertThrows(NotNow.class, question).reason());
    }
  }
}
