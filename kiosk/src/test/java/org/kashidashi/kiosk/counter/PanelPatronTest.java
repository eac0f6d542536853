package org.kashidashi.kiosk.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.card.jpki.pin.Pin;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.kiosk.counter.PatronFacing.SamePins;
import org.kashidashi.kiosk.counter.PatronFacing.Sight;
import org.kashidashi.kiosk.counter.patron.PatronEvent;
import org.kashidashi.kiosk.counter.patron.PatronRequest;
import org.kashidashi.kiosk.counter.patron.PatronSide;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.CounterScreen;
import org.kashidashi.kiosk.screen.CounterScreen.PinUse;
import org.kashidashi.kiosk.screen.HelpDesk;
import org.kashidashi.kiosk.screen.Site;
import org.kashidashi.kiosk.screen.Theme;
import org.kashidashi.kiosk.screen.view.Grid;
import org.kashidashi.kiosk.screen.view.ScreenView;
import org.kashidashi.kiosk.session.Language;

/** The desk asks, and a person presses keys on the real panel, on one thread. */
final class PanelPatronTest {
  private final PatronAnswers answers = new PatronAnswers();
  private final AtomicLong nanos = new AtomicLong();
  private final PatronSide side = new PatronSide(
      new ScreenView(
          new Catalogue(),
          new Site(
              "貸出図書館",
              "1号機",
              "カウンター",
              "",
              "",
              "",
              "0120-000-000",
              HelpDesk.none(),
              HelpDesk.none()),
          Theme.standard(),
          Grid.of(60, 22),
          Grid.of(30, 11)),
      (screen, frame, preferences) -> {},
      answers::accept,
      List.of(Language.JAPANESE),
      nanos::get);
  private final PanelPatron patron = patron(Duration.ofMinutes(30));
  private String keys = "";

  private PanelPatron patron(Duration idle) {
    return new PanelPatron(this::asked, answers, idle, nanos::get);
  }

  /** Whoever stands there presses their keys as soon as they are asked. */
  private void asked(PatronRequest request) {
    side.tell(request);
    side.runPending();
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    keys.chars().forEach(key -> {
      side.press(new PanelEvent.KeyTyped((char) key));
      side.runPending();
    });
    keys = "";
  }

  @Test
  void asksForConsent() throws PatronGoneException {
    keys = "1";
    assertTrue(patron.consents());
    keys = "2";
    assertFalse(patron.consents());
  }

  @Test
  void asksWhetherPinsAreTheSame() throws PatronGoneException {
    keys = "1";
    assertEquals(SamePins.SAME, patron.samePins());
    keys = "2";
    assertEquals(SamePins.DIFFERENT, patron.samePins());
    keys = "3";
    assertEquals(SamePins.UNKNOWN, patron.samePins());
  }

  @Test
  void tellsHowManyDigitsThereAreAndHandsThePinOver() throws PatronGoneException {
    List<Integer> counts = new ArrayList<>();
    keys = "1234#";
    try (Pin pin = patron.pin(PinUse.BOTH, 3, false, counts::add)) {
      assertEquals(List.of(1, 2, 3, 4), counts);
      assertFalse(pin.toString().contains("1234"));
    }
  }

  @Test
  void saysThatPersonStopped() {
    keys = "*";
    PatronGoneException gone = assertThrows(
        PatronGoneException.class,
        () -> patron.pin(PinUse.USER_AUTHENTICATION, 3, true, count -> {}));
    assertEquals(PatronGoneException.Reason.STOPPED, gone.reason());
  }

  @Test
  void saysThatThereIsNothingToPress() {
    patron.panelSeen(false);
    PatronGoneException gone = assertThrows(PatronGoneException.class, patron::consents);
    assertEquals(PatronGoneException.Reason.SCREEN_LOST, gone.reason());
  }

  /** As when the service is stopped: the desk does not wait for the last key. */
  @Test
  void wipesPinThatComesAsTheDeskEnds() {
    Pin late = Pin.of("1234".toCharArray());
    keys = "123";
    PatronGoneException gone = assertThrows(
        PatronGoneException.class,
        () -> patron.pin(PinUse.BOTH, 3, false, count -> {
          if (count == 3) {
            answers.accept(new PatronEvent.PinTyped(late));
            patron.panelSeen(false);
          }
        }));
    assertEquals(PatronGoneException.Reason.SCREEN_LOST, gone.reason());
    assertTrue(late.wiped());
  }

  @Test
  void wipesPinThatNobodyAskedForAnyMore() throws PatronGoneException {
    Pin late = Pin.of("1234".toCharArray());
    answers.accept(new PatronEvent.PinTyped(late));
    assertTrue(late.wiped(), "nobody waits before a question");
    Pin other = Pin.of("1234".toCharArray());
    keys = "2";
    assertFalse(patron.consents());
    answers.accept(new PatronEvent.PinTyped(other));
    assertTrue(other.wiped(), "nor after it");
  }

  @Test
  void asksNobodyWhoStoppedWhileNothingWasAsked() throws PatronGoneException {
    keys = "0";
    patron.show(Sight.PUT_CARD);
    patron.show(Sight.WORKING);
    PatronGoneException gone = assertThrows(PatronGoneException.class, patron::samePins);
    assertEquals(PatronGoneException.Reason.STOPPED, gone.reason());
    patron.show(Sight.REST);
    keys = "1";
    assertTrue(patron.consents(), "the next person is asked");
  }

  /** Who types on and on is not waited for on and on. */
  @Test
  void waitsThreeMinutesForAnAnswerAndNoLonger() {
    List<Integer> counts = new ArrayList<>();
    keys = "1";
    assertThrows(
        PatronGoneException.class,
        () -> patron.pin(PinUse.BOTH, 3, false, count -> {
          counts.add(count);
          nanos.addAndGet(Duration.ofMinutes(1).toNanos());
          side.press(new PanelEvent.KeyTyped(count == 4 ? '*' : '1'));
          side.runPending();
        }));
    assertEquals(3, counts.size());
  }

  /** Staff who would be signed out by now are not kept by a person who is gone. */
  @Test
  void waitsNoLongerThanTheDeskForAnybody() {
    List<Integer> counts = new ArrayList<>();
    keys = "1";
    PatronGoneException gone = assertThrows(
        PatronGoneException.class,
        () -> patron(Duration.ofMinutes(1)).pin(PinUse.BOTH, 3, false, count -> {
          counts.add(count);
          nanos.addAndGet(Duration.ofSeconds(40).toNanos());
          side.press(new PanelEvent.KeyTyped(count == 4 ? '*' : '1'));
          side.runPending();
        }));
    assertEquals(PatronGoneException.Reason.STOPPED, gone.reason());
    assertEquals(2, counts.size());
  }

  @Test
  void showsWhatTheDeskWants() {
    patron.show(Sight.PUT_CARD);
    assertInstanceOf(CounterScreen.PlaceCard.class, side.screen());
    patron.show(Sight.WORKING);
    assertInstanceOf(CounterScreen.Working.class, side.screen());
    patron.tellNotTried(PinUse.USER_AUTHENTICATION, false);
    assertInstanceOf(CounterScreen.LastTryKept.class, side.screen());
    patron.tellNotTried(PinUse.CARD_FACE_INPUT, true);
    assertInstanceOf(CounterScreen.PinBlocked.class, side.screen());
    patron.show(Sight.DONE);
    assertInstanceOf(CounterScreen.Done.class, side.screen());
    patron.show(Sight.REFUSED);
    assertInstanceOf(CounterScreen.NotDone.class, side.screen());
    patron.show(Sight.REST);
    assertInstanceOf(CounterScreen.Resting.class, side.screen());
  }
}
