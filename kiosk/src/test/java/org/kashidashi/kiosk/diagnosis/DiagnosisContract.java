package org.kashidashi.kiosk.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NotNow;

/** What everybody who asks a machine may rely on, whoever answers. */
@Timeout(60)
public abstract class DiagnosisContract {
  /** Of a machine of the demonstration with simulated devices, on which nobody borrows. */
  protected abstract Diagnosis diagnosis() throws Exception;

  @Test
  void healthTellsEveryPartOnceAndInOrder() throws Exception {
    Health health = diagnosis().health();
    assertEquals(
        Arrays.asList(Part.values()),
        health.conditions().stream().map(Condition::part).toList());
  }

  /** What only a running kiosk knows, and whoever answers without one says so. */
  protected Set<Topic> unknown() {
    return Set.of();
  }

  @Test
  void everyTopicIsAnsweredWithItsOwnFacts() throws Exception {
    Diagnosis diagnosis = diagnosis();
    for (Topic topic : Topic.values()) {
      if (unknown().contains(topic)) {
        NotNow unanswered = assertThrows(NotNow.class, () -> diagnosis.facts(topic));
        assertEquals(NotNow.Reason.KIOSK_STOPPED, unanswered.reason());
        continue;
      }
      List<Fact> facts = diagnosis.facts(topic);
      assertTrue(facts.size() < 200, topic + ": " + facts);
    }
    assertEquals(Subject.MODE, diagnosis.facts(Topic.STATUS).getFirst().subject());
    assertEquals(Subject.PROGRAM, diagnosis.facts(Topic.VERSION).getFirst().subject());
  }

  @Test
  void readerThatIsThereIsGoodWithItsAnswerTime() throws Exception {
    Condition reader = diagnosis().check(Check.READER, _ -> {});
    assertEquals(Standing.GOOD, reader.standing(), reader.toString());
    assertTrue(has(reader, Subject.ANSWER_TIME), reader.toString());
  }

  @Test
  void wholeDatabaseIsGoodWithItsFlushTime() throws Exception {
    Condition database = diagnosis().check(Check.DATABASE, _ -> {});
    assertFalse(database.standing() == Standing.BAD, database.toString());
    assertTrue(has(database, Subject.FLUSH_TIME), database.toString());
    assertTrue(has(database, Subject.ROOM), database.toString());
  }

  @Test
  void centralThatAnswersIsToldWithItsTime() throws Exception {
    Condition network = diagnosis().check(Check.NETWORK, _ -> {});
    assertTrue(has(network, Subject.ANSWER_TIME), network.toString());
    assertTrue(has(network, Subject.TIME_OFF), network.toString());
  }

  @Test
  void modeIsToldAsItWasSet() throws Exception {
    Diagnosis diagnosis = diagnosis();
    for (ServiceMode mode : ServiceMode.values()) {
      diagnosis.serve(mode);
      assertEquals(mode, diagnosis.health().mode());
    }
    diagnosis.serve(ServiceMode.OPEN);
  }

  @Test
  void emptyQueueIsEmptyAndStaysSo() throws Exception {
    Diagnosis diagnosis = diagnosis();
    assertEquals(List.of(), diagnosis.queue(Diagnosis.QUEUE_MAXIMUM));
  }

  @Test
  void brokenOffCheckGivesBackWhatItHeld() throws Exception {
    Diagnosis diagnosis = diagnosis();
    diagnosis.serve(ServiceMode.MAINTENANCE);
    CountDownLatch asked = new CountDownLatch(1);
    AtomicReference<Throwable> end = new AtomicReference<>(new AssertionError("no end"));
    Thread checking = Thread.ofPlatform().start(() -> {
      try {
        Condition odd = diagnosis.check(Check.CARD, _ -> asked.countDown());
        end.set(new AssertionError("answered " + odd));
      } catch (InterruptedException | DiagnosisException expected) {
        end.set(expected);
      }
    });
    asked.await();
    checking.interrupt();
    checking.join();
    assertInstanceOf(InterruptedException.class, end.get());
    Condition after = eventually(diagnosis, Check.READER);
    assertEquals(Standing.GOOD, after.standing(), after.toString());
    diagnosis.serve(ServiceMode.OPEN);
  }

  /** The side that was hung up on may take a moment to notice. */
  private static Condition eventually(Diagnosis diagnosis, Check check) throws Exception {
    for (int tries = 0; tries < 50; tries++) {
      try {
        return diagnosis.check(check, _ -> {});
      } catch (NotNow busy) {
        assertEquals(NotNow.Reason.BUSY, busy.reason());
        var _ = new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
      }
    }
    throw new AssertionError(check + " is busy for ever");
  }

  /** Whether the condition has a figure of this. */
  protected static boolean has(Condition condition, Subject subject) {
    return condition.measured().stream().anyMatch(fact -> fact.subject() == subject);
  }
}
