package org.kashidashi.kiosk.counter.patron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kashidashi.hal.card.jpki.pin.Opening;
import org.kashidashi.hal.card.jpki.pin.Pin;
import org.kashidashi.hal.card.jpki.pin.PinAnswer;
import org.kashidashi.hal.card.jpki.pin.PinLayout;
import org.kashidashi.hal.card.jpki.pin.PinName;
import org.kashidashi.hal.card.jpki.pin.PinSession;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.hal.sim.CardHolder;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.TestCards;
import org.kashidashi.kiosk.counter.patron.PatronEvent.PinsTold;
import org.kashidashi.kiosk.counter.patron.PatronEvent.PinsTold.Sameness;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.CounterScreen;
import org.kashidashi.kiosk.screen.CounterScreen.PinUse;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.Theme;
import org.kashidashi.kiosk.screen.view.Frame;
import org.kashidashi.kiosk.screen.view.Grid;
import org.kashidashi.kiosk.screen.view.PadKey;
import org.kashidashi.kiosk.screen.view.ScreenView;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Preferences;

/** What a patron can do at their panel, by keys and by touch. */
final class PatronSideTest {
  private static final PatronRequest ASK_PIN =
      new PatronRequest.AskPin(PinUse.USER_AUTHENTICATION, 3, false);

  private final List<PatronEvent> events = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
  private final List<Preferences> preferences = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final PatronSide side = new PatronSide(
      new ScreenView(
          new Catalogue(), SampleStates.SITE, Theme.standard(), Grid.of(78, 23), Grid.of(37, 11)),
      (screen, frame, preferred) -> {
        frames.add(frame);
        preferences.add(preferred);
      },
      events::add,
      List.of(Language.JAPANESE, Language.ENGLISH),
      nanos::get);

  static Stream<Arguments> keys() {
    return Stream.of(
        row(new PatronRequest.AskConsent(), "1", new PatronEvent.Agreed()),
        row(new PatronRequest.AskConsent(), "#", new PatronEvent.Agreed()),
        row(new PatronRequest.AskConsent(), "2", new PatronEvent.Declined()),
        row(new PatronRequest.AskConsent(), "0", new PatronEvent.Declined()),
        row(new PatronRequest.AskCard(), "1", new PatronEvent.Stopped()),
        row(new PatronRequest.AskCard(), "0", new PatronEvent.Stopped()),
        row(new PatronRequest.AskSamePins(), "1", new PinsTold(Sameness.SAME)),
        row(new PatronRequest.AskSamePins(), "#", new PinsTold(Sameness.SAME)),
        row(new PatronRequest.AskSamePins(), "2", new PinsTold(Sameness.DIFFERENT)),
        row(new PatronRequest.AskSamePins(), "3", new PinsTold(Sameness.NOT_KNOWN)),
        row(new PatronRequest.AskSamePins(), "0", new PatronEvent.Stopped()),
        row(ASK_PIN, "*", new PatronEvent.Stopped()),
        row(ASK_PIN, "#"),
        row(ASK_PIN, "12#", typed(1), typed(2)),
        row(ASK_PIN, "x1 2", typed(1), typed(2)),
        row(ASK_PIN, "12**", typed(1), typed(2), typed(0), new PatronEvent.Stopped()),
        row(ASK_PIN, "12345", typed(1), typed(2), typed(3), typed(4)),
        row(new PatronRequest.Rest(), "0#*7"),
        row(new PatronRequest.Work(), "0123456789#*"),
        row(new PatronRequest.TellLastTryKept(PinUse.BOTH), "0123456789#*"),
        row(new PatronRequest.TellBlocked(PinUse.BOTH), "0123456789#*"),
        row(new PatronRequest.TellDone(), "0123456789#*"),
        row(new PatronRequest.TellNotDone(), "0123456789#*"));
  }

  private static Arguments row(PatronRequest asked, String keys, PatronEvent... expected) {
    return Arguments.of(asked, keys, List.of(expected));
  }

  private static PatronEvent typed(int count) {
    return new PatronEvent.DigitsTyped(count);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void answersByKeysAlone(PatronRequest asked, String keys, List<PatronEvent> expected) {
    ask(asked);
    type(keys);
    assertEquals(expected, events);
  }

  /** Whoever ends the program while digits are typed leaves none of them behind. */
  @Test
  void keepsNoDigitOnceItEnds() throws InterruptedException {
    ask(ASK_PIN);
    type("1234");
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> side.poll(Duration.ofSeconds(1)));
    side.press(new PanelEvent.KeyTyped('#'));
    assertThrows(IllegalStateException.class, side::runPending);
  }

  /** The second of two presses is no answer to what comes next. */
  @Test
  void takesNoPressThatComesTooSoonForAnAnswer() {
    side.tell(new PatronRequest.AskConsent());
    side.runPending();
    nanos.addAndGet(Duration.ofMillis(399).toNanos());
    type("1");
    assertEquals(List.of(), events);
    nanos.addAndGet(Duration.ofMillis(1).toNanos());
    type("1");
    assertEquals(List.of(new PatronEvent.Agreed()), events);
  }

  @Test
  void leavesRoomForTheCounterHoweverOftenSomebodyPresses() {
    for (int press = 0; press < 2 * PatronSide.QUEUE_LENGTH; press++) {
      side.press(new PanelEvent.KeyTyped('5'));
    }
    ask(new PatronRequest.TellDone());
    assertInstanceOf(CounterScreen.Done.class, side.screen());
  }

  @Test
  void answersEachQuestionOnce() {
    ask(new PatronRequest.AskConsent());
    type("1122#0");
    assertEquals(List.of(new PatronEvent.Agreed()), events);
    assertInstanceOf(CounterScreen.Working.class, side.screen());
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void handsThePinOverByKeysAndByTouchAlike(boolean byTouch) {
    ask(ASK_PIN);
    if (byTouch) {
      "1234#".chars().forEach(key -> touch((char) key));
    } else {
      type("1234#");
    }
    var handed = assertInstanceOf(PatronEvent.PinTyped.class, events.getLast());
    assertEquals(new PinAnswer.Verified(), onCard(handed.pin()));
    assertInstanceOf(CounterScreen.Working.class, side.screen());
  }

  /** What was typed before the correction is gone. */
  @Test
  void handsOverOnlyWhatWasTypedLast() {
    ask(ASK_PIN);
    type("99*1234#");
    var handed = assertInstanceOf(PatronEvent.PinTyped.class, events.getLast());
    assertEquals(new PinAnswer.Verified(), onCard(handed.pin()));
  }

  @Test
  void forgetsDigitsWhenTheCounterAsksForSomethingElse() {
    ask(ASK_PIN);
    type("99");
    ask(new PatronRequest.AskPin(PinUse.CARD_FACE_INPUT, 3, false));
    type("1234#");
    var handed = assertInstanceOf(PatronEvent.PinTyped.class, events.getLast());
    assertEquals(new PinAnswer.Verified(), onCard(handed.pin()));
  }

  private static PinAnswer onCard(Pin pin) {
    SimCardReader reader = new SimCardReader("sim", time -> {});
    reader.insert(new TestCards().issuer().issue(CardVariant.NORMAL, CardHolder.example()));
    Opening opening = PinSession.open(reader, PinLayout.current(), () -> 0);
    try (pin;
        PinSession session = assertInstanceOf(Opening.Opened.class, opening).session()) {
      return session.verify(PinName.USER_AUTHENTICATION, pin);
    } finally {
      reader.close();
    }
  }

  /** The same dots, whatever the digits: a picture of the panel gives nothing away. */
  @Test
  void showsTheSameWhateverIsTyped() {
    ask(ASK_PIN);
    type("1739");
    List<String> first = shown();
    ask(new PatronRequest.Rest());
    ask(ASK_PIN);
    type("8888");
    assertEquals(first, shown());
    assertTrue(String.join("", first).contains("● ● ● ●"), String.join("\n", first));
    assertFalse(side.screen().toString().contains("8888"));
  }

  @Test
  void turnsThroughTheLanguagesAndForgetsTheWishAtTheEnd() {
    ask(new PatronRequest.AskConsent());
    type("34");
    assertEquals(Preferences.of(Language.ENGLISH).withLarge(true), preferences.getLast());
    type("3");
    assertEquals(Language.JAPANESE, preferences.getLast().language());
    type("58");
    assertTrue(preferences.getLast().contrast() && preferences.getLast().speech());
    ask(new PatronRequest.TellDone());
    assertTrue(preferences.getLast().large(), "kept until the patron goes");
    ask(new PatronRequest.Rest());
    assertEquals(Preferences.of(Language.JAPANESE), preferences.getLast());
    assertEquals(List.of(), events);
  }

  @Test
  void takesTapsBesideEverythingForNothing() {
    ask(ASK_PIN);
    side.press(new PanelEvent.Tapped(0, 0));
    side.press(new PanelEvent.Tapped(500, 500));
    side.press(new PanelEvent.PanelLost("unplugged"));
    side.runPending();
    assertEquals(List.of(), events);
  }

  private void ask(PatronRequest request) {
    side.tell(request);
    side.runPending();
    nanos.addAndGet(Duration.ofMillis(400).toNanos());
  }

  private void type(String keys) {
    keys.chars().forEach(key -> side.press(new PanelEvent.KeyTyped((char) key)));
    side.runPending();
  }

  private void touch(char wanted) {
    PadKey key = frames.getLast().keys().stream()
        .filter(each -> each.key() == wanted)
        .findFirst()
        .orElseThrow();
    side.press(new PanelEvent.Tapped(key.column() + 1, key.row() + 1));
    side.runPending();
  }

  private List<String> shown() {
    return Cells.rows(frames.getLast().image()).stream().collect(Collectors.toList());
  }
}
