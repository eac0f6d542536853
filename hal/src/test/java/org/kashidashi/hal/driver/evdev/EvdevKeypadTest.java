package org.kashidashi.hal.driver.evdev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.hal.driver.evdev.EvdevKeypadSettings.EnterKey;
import org.kashidashi.hal.input.PanelBench;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.hal.input.PanelEvent.KeyTyped;
import org.kashidashi.hal.input.PanelEvent.PanelLost;
import org.kashidashi.hal.input.PanelInputContract;

class EvdevKeypadTest extends PanelInputContract {
  private static final Duration SILENCE = Duration.ofMillis(30);
  private static final InputRule RULE = InputRule.named("*Keypad");
  private static final int SHIFT = EventCode.KEY_LEFTSHIFT;
  private static final Map<Character, Integer> NUMBER_BLOCK =
      Map.of('1', 79, '0', 82, '*', 55, '#', EventCode.KEY_KPENTER);

  @TempDir
  private Path folder;

  EvdevKeypadTest() {
    super(Set.of(Ability.KEYS, Ability.PLUG));
  }

  @Override
  protected PanelBench bench() {
    Path own = RecordedDevice.newFolder(folder, "bench");
    EvdevKeypad keypad = new EvdevKeypad(
        new EvdevKeypadSettings(RULE, Keymap.US, EnterKey.CONFIRMS),
        new InputDevices(own, new RecordedQuestions()));
    return new PlayedBench(own, "keypad", keypad) {
      @Override
      public void type(String keys) {
        keys.chars().forEach(key -> device().press(NUMBER_BLOCK.getOrDefault((char) key, 0)));
      }
    };
  }

  @ParameterizedTest
  @CsvSource({
    // The row, the number block, in the order of the digits; whatever NumLock says.
    "US, 2 3 4 5 6 7 8 9 10 11, 1234567890",
    "US, 79 80 81 75 76 77 71 72 73 82, 1234567890",
    "US, 69 79 69 79, 11",
    "US, 55 42+9 42+4, **#",
    "JP, 55 42+40 42+4, **#",
    "JP, 42+9, ''",
    "US, 28 96, ##",
    // Letters, Escape, Backspace, arrows, F1, Space, comma, and digits under Ctrl or Alt.
    "US, 30 1 14 103 59 57 51 29+2 56+79 125+2, ''",
  })
  void givesTheKeysOfPadAndNothingElse(Keymap keymap, String keys, String typed) {
    assertEquals(typed, typed(keymap, EnterKey.CONFIRMS, device -> {
      for (String key : List.of(keys.split(" "))) {
        List<Integer> codes =
            List.of(key.split("\\+")).stream().map(Integer::valueOf).toList();
        codes.forEach(code -> device.key(code, 1));
        codes.reversed().forEach(code -> device.key(code, 0));
      }
    }));
  }

  @Test
  void ignoresEnterWhenToldSo() {
    assertEquals("1", typed(Keymap.US, EnterKey.IGNORED, device -> {
      device.press(EventCode.KEY_KPENTER);
      device.press(EventCode.KEY_ENTER);
      device.press(79);
    }));
  }

  @Test
  void givesHeldKeyOnce() {
    assertEquals("5", typed(Keymap.US, EnterKey.CONFIRMS, device -> {
      device.key(76, 1);
      for (int i = 0; i < 50; i++) {
        device.key(76, 2);
      }
      device.key(76, 0);
    }));
  }

  @Test
  void asksWhichKeysAreHeldWhenEventsWereDropped() {
    assertEquals("3", typed(Keymap.US, EnterKey.CONFIRMS, device -> {
      device.key(SHIFT, 1);
      // The release of Shift and a 5 are lost.
      device.send(EventCode.EV_SYN, EventCode.SYN_DROPPED, 0);
      device.key(6, 1);
      device.press(4);
    }));
  }

  @Test
  void grabsThePad() {
    RecordedQuestions questions = new RecordedQuestions();
    try (RecordedDevice device = RecordedDevice.plug(folder, 0, "keypad");
        EvdevKeypad keypad = keypad(Keymap.US, EnterKey.CONFIRMS, questions)) {
      assertEquals(Optional.empty(), keypad.await(SILENCE));
      assertTrue(questions.isGrabbed(device.path()));
      try (EvdevKeypad second = keypad(Keymap.US, EnterKey.CONFIRMS, questions)) {
        PanelLost lost = assertInstanceOf(
            PanelLost.class, second.await(Duration.ofSeconds(5)).orElseThrow());
        assertTrue(lost.reason().contains("another program"), lost.reason());
      }
    }
  }

  @Test
  void refusesDeviceWithoutDigits() {
    try (RecordedDevice _ = RecordedDevice.plug(folder, 0, "mouse", "name USB Keypad\n");
        EvdevKeypad keypad = keypad(Keymap.US, EnterKey.CONFIRMS)) {
      PanelLost lost =
          assertInstanceOf(PanelLost.class, keypad.await(Duration.ofSeconds(5)).orElseThrow());
      assertTrue(lost.reason().contains("cannot be a ten-key pad"), lost.reason());
    }
  }

  private interface Hands {
    void on(RecordedDevice device);
  }

  private String typed(Keymap keymap, EnterKey enter, Hands hands) {
    StringBuilder typed = new StringBuilder();
    try (RecordedDevice device = RecordedDevice.plug(folder, 0, "keypad");
        EvdevKeypad keypad = keypad(keymap, enter)) {
      assertEquals(Optional.empty(), keypad.await(SILENCE));
      hands.on(device);
      for (Optional<PanelEvent> event = keypad.await(SILENCE);
          event.isPresent();
          event = keypad.await(SILENCE)) {
        typed.append(assertInstanceOf(KeyTyped.class, event.get()).key());
      }
    }
    return typed.toString();
  }

  private EvdevKeypad keypad(Keymap keymap, EnterKey enter) {
    return keypad(keymap, enter, new RecordedQuestions());
  }

  private EvdevKeypad keypad(Keymap keymap, EnterKey enter, RecordedQuestions questions) {
    return new EvdevKeypad(
        new EvdevKeypadSettings(RULE, keymap, enter), new InputDevices(folder, questions));
  }
}
