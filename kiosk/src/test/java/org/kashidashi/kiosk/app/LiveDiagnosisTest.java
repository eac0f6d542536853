package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.TextImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.printer.PrinterStatus;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.kiosk.console.talk.CauseWords;
import org.kashidashi.kiosk.console.talk.Tongue;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Check;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.DiagnosisContract;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NotNow;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.Standing;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.kiosk.diagnosis.facts.ModeFile;

/** A running kiosk answers for itself. */
class LiveDiagnosisTest extends DiagnosisContract {
  private static final String BOOK = "1000000016";
  private static final Duration A_ROUND = Duration.ofSeconds(30);
  private static final TextColor GLARING = new TextColor.RGB(255, 255, 255);

  /** Of all tests: keys take seconds to make. */
  @TempDir
  private static Path folder;

  DiagnosedKiosk kiosk;

  @BeforeEach
  void start() throws Exception {
    DiagnosedKiosk.open(folder);
    kiosk = new DiagnosedKiosk(folder);
  }

  @AfterEach
  void stop() throws Exception {
    kiosk.close();
  }

  @Override
  protected Diagnosis diagnosis() {
    return kiosk.live();
  }

  @Test
  void exclusiveCheckIsRefusedWhilePatronsCouldMeetIt() {
    for (Check check : List.of(Check.CARD, Check.SCANNER, Check.DISPLAY, Check.TOUCH)) {
      NotNow refused = assertThrows(NotNow.class, () -> diagnosis().check(check, _ -> {}));
      assertEquals(NotNow.Reason.NOT_IN_MAINTENANCE, refused.reason());
    }
  }

  @Test
  void patronDoesNotWaitForTheDatabaseToBeChecked() throws Exception {
    kiosk.input.type("1");
    Awaitility.await().until(() -> kiosk.display.shows("やめる"));
    NotNow refused = assertThrows(NotNow.class, () -> diagnosis().check(Check.DATABASE, _ -> {}));
    assertEquals(NotNow.Reason.PATRON_THERE, refused.reason());
    kiosk.input.type("0");
    Awaitility.await().until(() -> kiosk.display.shows("開始"));
    assertFalse(diagnosis().check(Check.DATABASE, _ -> {}).standing() == Standing.BAD);
  }

  @Test
  void patronFinishesBeforeTheMachineIsATechnicians() throws Exception {
    kiosk.input.type("1");
    Awaitility.await().until(() -> kiosk.display.shows("やめる"));
    diagnosis().serve(ServiceMode.MAINTENANCE);
    NotNow refused = assertThrows(NotNow.class, () -> diagnosis().check(Check.CARD, _ -> {}));
    assertEquals(NotNow.Reason.PATRON_THERE, refused.reason());
    assertFalse(kiosk.display.shows("点検中"));
    kiosk.input.type("0");
    Awaitility.await().until(() -> kiosk.display.shows("点検中"));
    diagnosis().serve(ServiceMode.OPEN);
    Awaitility.await().until(() -> kiosk.display.shows("開始"));
  }

  @Test
  void modeIsKeptOverARestart() throws Exception {
    diagnosis().serve(ServiceMode.CLOSED);
    Path state = kiosk.station.configuration().kiosk().stateDirectory();
    assertEquals(ServiceMode.CLOSED, new ModeFile(state).read());
    kiosk.close();
    kiosk = new DiagnosedKiosk(folder);
    assertEquals(ServiceMode.CLOSED, diagnosis().health().mode());
    Awaitility.await().until(() -> kiosk.display.shows("止めています"));
  }

  /** Whatever language a patron has chosen, staff read one of these two. */
  @Test
  void staffReadOnAClosedMachineWhatTheConsoleSays() throws Exception {
    diagnosis().serve(ServiceMode.CLOSED);
    CauseWords words = new CauseWords();
    for (Tongue tongue : Tongue.values()) {
      String sentence = words.meaning(Cause.CLOSED_BY_TECHNICIAN, tongue);
      Awaitility.await().atMost(A_ROUND).until(() -> kiosk.display.shows(sentence));
    }
    assertFalse(kiosk.display.shows(Cause.CLOSED_BY_TECHNICIAN.name()));
  }

  @Test
  void cardIsReadAndNothingOfItIsTold() throws Exception {
    diagnosis().serve(ServiceMode.MAINTENANCE);
    Condition card = diagnosis().check(Check.CARD, hint -> {
      switch (hint.wish()) {
        case PUT_CARD -> kiosk.reader.insert(kiosk.station.card(CardVariant.NORMAL, 1));
        case TAKE_CARD -> kiosk.reader.remove();
        default -> throw new AssertionError(hint);
      }
    });
    assertEquals(Standing.GOOD, card.standing(), card.toString());
    assertEquals(
        List.of(Subject.READ_TIME),
        card.measured().stream().map(fact -> fact.subject()).toList());
  }

  @Test
  void scanIsToldByItsLengthAlone() throws Exception {
    diagnosis().serve(ServiceMode.MAINTENANCE);
    Condition scanner = diagnosis().check(Check.SCANNER, _ -> kiosk.scanner.scan(BOOK));
    assertEquals(Standing.GOOD, scanner.standing(), scanner.toString());
    assertTrue(has(scanner, Subject.CHARACTERS));
    assertFalse(scanner.toString().contains(BOOK));
  }

  @Test
  void scannerThatIsMissingAlreadyFailsItsCheckWithoutAScan() throws Exception {
    kiosk.scanner.unplug();
    Awaitility.await().until(() -> kiosk.display.shows("お休み"));
    diagnosis().serve(ServiceMode.MAINTENANCE);
    assertEquals(
        Cause.SCANNER_MISSING, diagnosis().check(Check.SCANNER, _ -> {}).cause());
  }

  @Test
  void scannerPulledDuringItsCheckIsMissingForTheSessionToo() throws Exception {
    diagnosis().serve(ServiceMode.MAINTENANCE);
    Condition scanner = diagnosis().check(Check.SCANNER, _ -> kiosk.scanner.unplug());
    assertEquals(Cause.SCANNER_MISSING, scanner.cause());
    diagnosis().serve(ServiceMode.OPEN);
    Awaitility.await().until(() -> kiosk.display.shows("お休み"));
    kiosk.scanner.replug();
    Awaitility.await().until(() -> kiosk.display.shows("開始"));
  }

  @Test
  void coloursAreShownAndThenTheScreenAgain() throws Exception {
    diagnosis().serve(ServiceMode.MAINTENANCE);
    Awaitility.await().until(() -> kiosk.display.shows("点検中"));
    Condition display = diagnosis().check(Check.DISPLAY, hint -> {
      if (hint.wish() == Hint.Wish.LOOK_AT_WHITE) {
        assertEquals(GLARING, kiosk.display.image().getCharacterAt(3, 3).getBackgroundColor());
      }
    });
    assertEquals(Standing.GOOD, display.standing(), display.toString());
    Awaitility.await().until(() -> kiosk.display.shows("点検中"));
  }

  @Test
  void touchesOnTheirTargetsAreGoodAndElsewhereAreOff() throws Exception {
    diagnosis().serve(ServiceMode.MAINTENANCE);
    Awaitility.await().until(() -> kiosk.display.shows("点検中"));
    Condition good = diagnosis().check(Check.TOUCH, _ -> tapTarget(0));
    assertEquals(Standing.GOOD, good.standing(), good.toString());
    Condition off = diagnosis().check(Check.TOUCH, _ -> tapTarget(6));
    assertEquals(Cause.TOUCH_OFF, off.cause(), off.toString());
  }

  @Test
  void correctionBringsTouchesBackToTheirTargets() throws Exception {
    diagnosis().serve(ServiceMode.MAINTENANCE);
    Awaitility.await().until(() -> kiosk.display.shows("点検中"));
    List<Double> numbers = diagnosis().calibrateTouch(_ -> tapTarget(6));
    assertEquals(6, numbers.size());
    assertEquals(-6.0 / DiagnosedKiosk.SIZE.getColumns(), numbers.get(2), 0.001);
    assertEquals(1, numbers.get(0), 0.001);
    assertEquals(1, numbers.get(4), 0.001);
  }

  @Test
  void slipComesOutUnlessThePaperIsOut() throws Exception {
    Condition printed = diagnosis().check(Check.PRINTER, _ -> {});
    assertEquals(Standing.GOOD, printed.standing(), printed.toString());
    assertEquals(1, kiosk.printer.printed().size());
    kiosk.printer.become(PrinterStatus.PAPER_OUT);
    assertEquals(Cause.PAPER_OUT, diagnosis().check(Check.PRINTER, _ -> {}).cause());
  }

  @Test
  void readerThatIsGoneIsTold() throws Exception {
    kiosk.reader.down();
    Condition reader = diagnosis().check(Check.READER, _ -> {});
    assertEquals(Cause.READER_MISSING, reader.cause());
    Stream<Cause> causes = diagnosis().health().troubles().stream().map(Condition::cause);
    assertTrue(causes.anyMatch(cause -> cause == Cause.READER_MISSING));
  }

  @Test
  void centralThatIsGoneIsTold() throws Exception {
    kiosk.station.centralDown();
    Condition network = diagnosis().check(Check.NETWORK, _ -> {});
    assertEquals(Cause.CENTRAL_NOT_REACHED, network.cause());
  }

  /** The middle of the target that is shown, and some columns beside it. */
  private void tapTarget(int beside) {
    TextImage image = kiosk.display.image();
    for (int row = 0; row < image.getSize().getRows(); row++) {
      for (int column = 0; column < image.getSize().getColumns(); column++) {
        if (image.getCharacterAt(column, row).getCharacterString().equals("+")) {
          kiosk.input.tap(new TerminalPosition(column + beside, row));
          return;
        }
      }
    }
    throw new AssertionError("no target");
  }
}
