package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.printer.PrinterStatus;
import org.kashidashi.kiosk.app.Wiring;
import org.kashidashi.kiosk.app.demo.Folders;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;

/** The program ends in the middle of a session, and starts again (E-306). */
final class PowerCutScenario {
  @TempDir
  Path folder;

  @AfterEach
  void deleteKeys() throws Exception {
    Folders.delete(folder);
  }

  @Test
  void saysSoOnceAndShowsWhatWasLent() throws Exception {
    cutAfter(Library.BOOK, Library.OTHER_BOOK);
    try (KioskStage stage = KioskStage.open(folder)) {
      stage.run().expect(Screen.CutShort.class);
      assertTrue(stage.rows().contains("E-306"), stage.rows());
      assertTrue(stage.rows().contains("2点"), stage.rows());
      stage.run().press(Action.SHOW_LOANS);
      assertTrue(stage.rows().contains(Library.BOOK.substring(6)), stage.rows());
      assertTrue(stage.rows().contains(Library.OTHER_BOOK.substring(6)), stage.rows());
      // Whoever stands there now is not who borrowed.
      assertFalse(stage.rows().contains(Library.TITLE), stage.rows());
      stage.run().press(Action.BACK_TO_START);
      stage.run().expect(Screen.Idle.class);
      JsonObject closed = stage.audited("cut_session_closed").getFirst();
      assertEquals("by_hand", closed.get("closing").getAsString());
      assertEquals(2, stage.audited("cut_session_found").getFirst().get("loans").getAsInt());
    }
    assertEquals(0, openSessions());
    try (KioskStage stage = KioskStage.open(folder)) {
      stage.run().expect(Screen.Idle.class);
      stage.borrow(Library.NEIGHBOUR, Library.BOOKS.get(1));
      assertEquals(3, stage.loans());
    }
  }

  @Test
  void printsEveryDurableLoanOnceAndNoNumber() throws Exception {
    cutAfter(Library.BOOK, Library.OTHER_BOOK);
    try (KioskStage stage = KioskStage.open(folder)) {
      stage.run().press(Action.PRINT_SLIP);
      List<String> lines = stage.run().printer().printed().getFirst().lines();
      String all = String.join("\n", lines);
      assertEquals(1, count(lines, Library.TITLE), all);
      assertEquals(1, count(lines, Library.OTHER_TITLE), all);
      assertEquals(2, count(lines, "12/05"), all);
      assertEquals(2, stage.loans());
      assertFalse(all.contains("*"), all);
      assertFalse(all.contains(Library.LIBRARY_CARD.substring(7)), all);
      assertTrue(stage.rows().contains("紙をお取りください"), stage.rows());
      stage.run().kiosk().type('5');
      assertEquals(1, stage.run().printer().printed().size(), "a second copy");
      stage.run().press(Action.BACK_TO_START);
      assertTrue(stage.audited("cut_session_closed").getFirst().get("printed").getAsBoolean());
    }
  }

  @Test
  void printsOnceThereIsPaper() throws Exception {
    cutAfter(Library.BOOK);
    try (KioskStage stage = KioskStage.open(folder)) {
      stage.run().printer().become(PrinterStatus.PAPER_OUT);
      stage.run().press(Action.PRINT_SLIP);
      assertTrue(stage.rows().contains("E-304"), stage.rows());
      stage.run().printer().become(PrinterStatus.READY);
      stage.run().press(Action.PRINT_SLIP);
      assertEquals(1, stage.run().printer().printed().size());
    }
  }

  @Test
  void leavesByItselfAfterTenMinutes() throws Exception {
    cutAfter(Library.BOOK);
    try (KioskStage stage = KioskStage.open(folder)) {
      stage.run().pass(Duration.ofSeconds(599));
      stage.run().expect(Screen.CutShort.class);
      stage.run().pass(Duration.ofSeconds(1));
      stage.run().expect(Screen.Idle.class);
      JsonObject closed = stage.audited("cut_session_closed").getFirst();
      assertEquals("timed_out", closed.get("closing").getAsString());
      stage.borrow(Library.NEIGHBOUR, Library.OTHER_BOOK);
    }
    assertEquals(0, openSessions());
  }

  @Test
  void isToldAgainAsLongAsNobodyHasSeenIt() throws Exception {
    cutAfter(Library.BOOK);
    KioskStage.open(folder).close();
    try (KioskStage stage = KioskStage.open(folder)) {
      Screen.CutShort told =
          assertInstanceOf(Screen.CutShort.class, stage.run().kiosk().screen());
      assertEquals(1, told.lent().size());
    }
  }

  @Test
  void saysNothingOfSessionsThatEndedOrLentNothing() throws Exception {
    try (KioskStage stage = KioskStage.open(folder)) {
      stage.borrow(Library.PATRON, Library.BOOK);
      stage.beginLending(Library.NEIGHBOUR);
    }
    try (KioskStage stage = KioskStage.open(folder)) {
      stage.run().expect(Screen.Idle.class);
    }
  }

  private void cutAfter(String... items) throws Exception {
    try (KioskStage stage = KioskStage.open(folder)) {
      stage.beginLending(Library.PATRON);
      for (String item : items) {
        stage.run().scan(item);
      }
      assertEquals(items.length, stage.lending().account().lentNow(), stage.rows());
    }
  }

  private static long count(List<String> lines, String text) {
    return lines.stream().filter(line -> line.contains(text)).count();
  }

  private int openSessions() throws SQLException {
    Path database = folder.resolve("kiosk").resolve(Wiring.STORE_FILE);
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM open_sessions")) {
      row.next();
      return row.getInt(1);
    }
  }
}
