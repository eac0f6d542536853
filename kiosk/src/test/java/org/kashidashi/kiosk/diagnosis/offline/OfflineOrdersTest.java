package org.kashidashi.kiosk.diagnosis.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Check;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NotNow;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Topic;
import org.kashidashi.kiosk.diagnosis.facts.MachineFacts;
import org.kashidashi.kiosk.diagnosis.facts.ModeFile;
import org.kashidashi.kiosk.diagnosis.facts.SampleMachine;
import org.kashidashi.kiosk.diagnosis.machine.ServiceState;
import org.kashidashi.sync.store.StoreSettings;

/** A machine without a kiosk says why it does not do what it is asked for. */
final class OfflineOrdersTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T05:05:00Z"), ZoneId.of("Asia/Tokyo"));

  @TempDir
  private Path folder;

  @Test
  void panelThatNobodyHasIsNotTouched() {
    NotNow refused = assertThrows(NotNow.class, () -> diagnosis().calibrateTouch(_ -> {}));
    assertEquals(NotNow.Reason.NO_TOUCH_PANEL, refused.reason());
  }

  /** A kiosk that runs would not help either. */
  @Test
  void queueIsNotToldWhereItsDatabaseIsGone() {
    for (Executable question : List.<Executable>of(
        () -> diagnosis().facts(Topic.QUEUE), () -> diagnosis().queue(1))) {
      assertEquals(
          NotNow.Reason.STORE_BROKEN, assertThrows(NotNow.class, question).reason());
    }
  }

  private OfflineDiagnosis diagnosis() {
    return new OfflineDiagnosis(
        () -> new ServiceState.Service(false, Condition.bad(Part.KIOSK, Cause.KIOSK_STOPPED)),
        new NoDoors(),
        new ModeFile(folder),
        StoreSettings.of(folder.resolve("kiosk.db"), "k1"),
        new MachineFacts(SampleMachine.in(folder, CLOCK)),
        CLOCK);
  }

  /** Of a machine without devices. */
  private static final class NoDoors implements Doors {
    @Override
    public boolean has(Check check) {
      return false;
    }

    @Override
    public Opened open(Check check) {
      throw new AssertionError("opened " + check);
    }

    @Override
    public Correcting correcting() {
      throw new AssertionError("opened a panel that is not there");
    }
  }
}
