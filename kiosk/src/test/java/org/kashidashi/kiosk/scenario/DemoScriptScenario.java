package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.hal.sim.CardHolder;
import org.kashidashi.kiosk.app.demo.DemoScript;

/** The scripts that the demonstration shows to people. */
@ExtendWith(Stages.class)
final class DemoScriptScenario {
  private static final String DUE = "返却日 12/05";

  @ParameterizedTest
  @EnumSource
  void endsWhereItShould(DemoScript script, KioskStage stage) throws Exception {
    script.play(stage.run());
  }

  @ParameterizedTest
  @EnumSource(names = {"BORROW", "OFFLINE"})
  void lastLineSaysThatCentralHasAllLoans(DemoScript script, KioskStage stage) throws Exception {
    script.play(stage.run());

    assertEquals(
        "central confirmed 3 of 3 loans", stage.printed().lines().toList().getLast());
  }

  @Test
  void receiptNamesDueDatesAndExpiryDateOfLibraryCard(KioskStage stage) throws Exception {
    DemoScript.BORROW.play(stage.run());

    List<String> receipt = stage.run().printer().printed().getFirst().lines();
    assertEquals(
        3, receipt.stream().filter(line -> line.endsWith(DUE)).count(), receipt.toString());
    assertTrue(receipt.contains("貸出券の有効期限 " + Library.EXPIRES), receipt.toString());
    receipt.forEach(line -> assertTrue(stage.printed().contains(line), line));
  }

  @Test
  void receiptIsThisLibrarys(KioskStage stage) throws Exception {
    DemoScript.BORROW.play(stage.run());

    String receipt =
        String.join("\n", stage.run().printer().printed().getFirst().lines());
    assertTrue(receipt.contains("見本市立図書館"), receipt);
    assertTrue(receipt.contains("1号機"), receipt);
    assertTrue(receipt.contains("0000-00-0000"), receipt);
  }

  @Test
  void printsOneReceiptForOneVisit(KioskStage stage) throws Exception {
    DemoScript.BORROW.play(stage.run());

    assertEquals(1, stage.run().printer().printed().size());
  }

  @Test
  void showsNoNumberOrNameOrCertificate(KioskStage stage) throws Exception {
    DemoScript.BORROW.play(stage.run());

    CardHolder holder = CardHolder.numbered(Library.PATRON);
    assertTrue(stage.printed().contains(Library.MASKED));
    assertFalse(stage.printed().contains(Library.LIBRARY_CARD));
    assertFalse(stage.printed().contains(holder.name()));
    assertFalse(stage.printed().contains(holder.subjectCode()));
    assertFalse(stage.printed().contains(holder.certificateSerial().toString()));
  }
}
