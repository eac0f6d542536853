package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.sim.SimTimeSource;
import org.kashidashi.kiosk.session.Action;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.LoanFlag;
import org.kashidashi.sync.outbox.OutboxEntry;

/** A kiosk that does not know what time it is: it lends, and promises no date. */
final class UntrustedClockScenario {
  private static final String SOME_DATE = "(?s).*(12月|12/|11月|11/20|14:05).*";

  @TempDir
  Path folder = Path.of("");

  @Test
  void printsAndShowsNoDueDate() throws Exception {
    try (KioskStage stage = untrusted()) {
      stage.beginLending(Library.PATRON);
      stage.run().scan(Library.BOOK);
      assertTrue(stage.rows().contains("返却日はカウンターで"), stage.rows());
      assertFalse(stage.rows().matches(SOME_DATE), stage.rows());
      stage.run().press(Action.FINISH_WITH_RECEIPT);

      assertTrue(stage.rows().contains("返却日は カウンターで"), stage.rows());
      assertFalse(stage.rows().matches(SOME_DATE), stage.rows());
      String receipt =
          String.join("\n", stage.run().printer().printed().getFirst().lines());
      assertFalse(receipt.matches(SOME_DATE), receipt);
      assertTrue(receipt.contains("貸出券の有効期限 " + Library.EXPIRES), receipt);
    }
  }

  @Test
  void tellsCentralThatTheTimeIsNotToBeTrusted() throws Exception {
    try (KioskStage stage = untrusted()) {
      stage.borrow(Library.PATRON, Library.BOOK);

      List<OutboxEntry> waiting = stage.run().services().store().pending(10);
      assertEquals(1, waiting.size());
      assertEquals(ClockState.UNKNOWN, waiting.getFirst().clock());
      assertEquals(Optional.empty(), waiting.getFirst().due());
      assertEquals(Set.of(LoanFlag.UNTRUSTED_CLOCK), waiting.getFirst().flags());
      stage.run().sync();
      assertEquals(1, stage.outbox().confirmedWithException());
      assertEquals(1, stage.central().loansOut(Library.LIBRARY_CARD));
    }
  }

  @Test
  void namesDatesOnceTheTimeIsKnown() throws Exception {
    SimTimeSource timeSource = new SimTimeSource(false, false);
    try (KioskStage stage = KioskStage.open(folder, timeSource)) {
      stage.borrow(Library.PATRON, Library.BOOK);
      timeSource.synchronise(true);
      stage.beginLending(Library.PATRON);
      stage.run().scan(Library.OTHER_BOOK);

      assertTrue(stage.rows().contains("返却日 12月 5日"), stage.rows());
    }
  }

  private KioskStage untrusted() throws Exception {
    return KioskStage.open(folder, new SimTimeSource(false, false));
  }
}
