package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.kiosk.identity.AuthorityScope;
import org.kashidashi.kiosk.identity.TrustAnchor;
import org.kashidashi.kiosk.identity.TrustImport;
import org.kashidashi.kiosk.identity.TrustImport.Examination;
import org.kashidashi.kiosk.identity.TrustStore;
import org.kashidashi.kiosk.screen.Screen;

/** Trust that changes while the kiosk runs. */
@ExtendWith(Stages.class)
final class TrustImportScenario {
  private static final Clock TODAY = Clock.fixed(DemoStation.TODAY, DemoStation.ZONE);

  @Test
  void anchorTakesEffectWithoutARestart(KioskStage stage) throws Exception {
    TrustStore store = trustStore(stage);
    for (TrustAnchor anchor : store.current()) {
      store.remove(anchor.fingerprint());
    }
    stage.readCard(CardVariant.NORMAL, Library.PATRON);
    stage.run().expectRefusal("E-100");
    stage.run().liftCard();
    stage.leaveRefusal();

    trust(store, stage.folder().resolve("authority/authority-1.cer"));
    stage.readCard(CardVariant.NORMAL, Library.PATRON);
    stage.run().expectRefusal("E-100");
    stage.run().liftCard();
    stage.leaveRefusal();

    trust(store, stage.folder().resolve("authority/authority-2.cer"));
    stage.readCard(CardVariant.NORMAL, Library.PATRON);
    stage.run().expect(Screen.TakeCard.class);
  }

  @Test
  void withdrawnAnchorIsNotTrustedAnyMore(KioskStage stage) throws Exception {
    stage.borrow(Library.PATRON, Library.BOOK);
    TrustStore store = trustStore(stage);
    for (TrustAnchor anchor : store.current()) {
      store.remove(anchor.fingerprint());
    }
    stage.readCard(CardVariant.NORMAL, Library.PATRON);

    stage.run().expectRefusal("E-100");
    assertEquals(1, stage.loans());
  }

  private static void trust(TrustStore store, Path file) throws Exception {
    TrustImport imports = new TrustImport(store, TODAY);
    Examination.Admissible candidate =
        assertInstanceOf(Examination.Admissible.class, imports.examine(file));
    assertEquals(
        TrustImport.Outcome.IMPORTED,
        imports.confirm(candidate, candidate.anchor().fingerprint()));
  }

  /** As another program, {@code kiosk trust}, has it open. */
  private static TrustStore trustStore(KioskStage stage) throws Exception {
    return new TrustStore(
        stage.run().station().configuration().trust().directory(), AuthorityScope.TEST);
  }
}
