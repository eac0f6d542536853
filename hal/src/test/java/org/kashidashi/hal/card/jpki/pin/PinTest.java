package org.kashidashi.hal.card.jpki.pin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PinTest {
  @Test
  void wipesWhatItWasMadeOf() {
    char[] digits = "9876".toCharArray();
    Pin pin = Pin.of(digits);
    assertArrayEquals(new char[4], digits);
    assertArrayEquals("9876".getBytes(StandardCharsets.US_ASCII), pin.ascii());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123", "12345", "12a4", "１２３４", "12 4"})
  void takesNothingButFourDigitsAndTellsNoneOfThem(String wrong) {
    char[] digits = wrong.toCharArray();
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Pin.of(digits));
    assertEquals("that is no PIN of 4 digits", refused.getMessage());
    assertArrayEquals(new char[wrong.length()], digits);
  }

  @Test
  void isOfNoUseOnceItWasWiped() {
    Pin pin = Pin.of("9876".toCharArray());
    pin.close();
    assertThrows(IllegalStateException.class, pin::ascii);
  }

  @Test
  void printsNoDigit() {
    assertEquals("PIN", Pin.of("9876".toCharArray()).toString());
  }

  @Test
  void collectsFourDigitsAndForgetsThemWhenTaken() {
    PinEntry entry = new PinEntry();
    "98765".chars().forEach(digit -> entry.type((char) digit));
    assertEquals(4, entry.typed());
    assertArrayEquals("9876".getBytes(StandardCharsets.US_ASCII), entry.take().ascii());
    assertEquals(0, entry.typed());
    assertThrows(IllegalStateException.class, entry::take);
  }

  @Test
  void forgetsWhatWasTypedWhenWiped() {
    PinEntry entry = new PinEntry();
    entry.type('1');
    entry.wipe();
    assertEquals(0, entry.typed());
    assertFalse(entry.complete());
    assertThrows(IllegalArgumentException.class, () -> entry.type('x'));
    "1234".chars().forEach(digit -> entry.type((char) digit));
    assertTrue(entry.complete());
  }
}
