package org.kashidashi.kiosk.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;
import org.kashidashi.hal.card.jpki.pin.Pin;
import org.kashidashi.kiosk.screen.CounterScreen.PinUse;

/** A person at the counter who follows a script: agrees, knows PINs, or walks away. */
final class ScriptedPatron implements PatronFacing {
  private final List<String> seen = new ArrayList<>();
  private final List<Pin> given = new ArrayList<>();
  private final Deque<String> pins = new ArrayDeque<>();
  private boolean agrees = true;
  private boolean stops;
  private SamePins same = SamePins.SAME;
  private Runnable whileTyping = () -> {};

  ScriptedPatron disagrees() {
    agrees = false;
    return this;
  }

  /** They press やめる while staff ask for the card. */
  ScriptedPatron stops() {
    stops = true;
    return this;
  }

  /** What they say of their PINs, and what they type, one after another. */
  ScriptedPatron types(SamePins told, String... digits) {
    same = told;
    pins.clear();
    pins.addAll(List.of(digits));
    return this;
  }

  ScriptedPatron whileTyping(Runnable deed) {
    whileTyping = deed;
    return this;
  }

  List<String> seen() {
    return seen;
  }

  /** What they typed, wiped or not. */
  List<Pin> given() {
    return given;
  }

  void assertAllAsked(String said) {
    assertEquals(List.of(), List.copyOf(pins), "PINs that nobody asked for\n" + said);
  }

  @Override
  public void show(Sight sight) {
    seen.add(sight.name());
  }

  @Override
  public void tellNotTried(PinUse pin, boolean blocked) {
    seen.add((blocked ? "BLOCKED " : "LAST_TRY_KEPT ") + pin);
  }

  @Override
  public boolean stopped() {
    return stops;
  }

  @Override
  public boolean consents() {
    seen.add("CONSENT");
    return agrees;
  }

  @Override
  public SamePins samePins() {
    seen.add("SAME_PINS");
    return same;
  }

  @Override
  public Pin pin(PinUse use, int triesLeft, boolean again, IntConsumer typed)
      throws PatronGoneException {
    seen.add("PIN %s %d%s".formatted(use, triesLeft, again ? " again" : ""));
    whileTyping.run();
    if (pins.isEmpty()) {
      throw new PatronGoneException(PatronGoneException.Reason.STOPPED);
    }
    char[] digits = pins.remove().toCharArray();
    for (int count = 1; count <= digits.length; count++) {
      typed.accept(count);
    }
    Pin pin = Pin.of(digits);
    given.add(pin);
    return pin;
  }
}
