package org.kashidashi.hal.driver.evdev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.hal.display.PanelGeometry;
import org.kashidashi.hal.display.Rotation;
import org.kashidashi.hal.input.PanelBench;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.hal.input.PanelEvent.PanelLost;
import org.kashidashi.hal.input.PanelEvent.PanelReady;
import org.kashidashi.hal.input.PanelEvent.Tapped;
import org.kashidashi.hal.input.PanelInput;
import org.kashidashi.hal.input.PanelInputContract;

class EvdevTouchTest extends PanelInputContract {
  private static final Duration SILENCE = Duration.ofMillis(30);

  /** 20 x 10 cells of 40 x 48 pixels, with nothing beside them. */
  private static final PanelGeometry GLASS =
      new PanelGeometry(800, 480, 0, 0, 40, 48, new TerminalSize(20, 10), 0);

  private static final InputRule ANY_TOUCH = InputRule.path("*/event0");

  @TempDir
  private Path folder;

  EvdevTouchTest() {
    super(Set.of(Ability.TAPS, Ability.PLUG));
  }

  @Override
  protected PanelBench bench() {
    Path own = RecordedDevice.newFolder(folder, "bench");
    EvdevTouch touch = touch(own, EvdevTouchSettings.of(ANY_TOUCH, Rotation.NONE));
    return new PlayedBench(own, "touch-single", touch) {
      @Override
      public void tap(int column, int row) {
        int x = 100 + Math.ceilDiv((40 * column + 20) * 3896, 800);
        int y = 200 + Math.ceilDiv((48 * row + 24) * 3696, 480);
        device().pass(100);
        device().finger(x, y, true);
        device().pass(80);
        device().finger(x, y, false);
      }
    };
  }

  @ParameterizedTest
  @CsvSource({
    "touch-single, single-touch-tap, 10, 2",
    "touch-multi, two-finger-tap, 5, 2",
    "qemu-tablet, qemu-tablet-tap, 10, 2",
  })
  void givesOneTapOfRecording(String device, String recording, int column, int row) {
    assertEquals(
        List.of(new Tapped(column, row)),
        taps(device, Rotation.NONE, player -> player.play(recording)));
  }

  @Test
  void givesSecondTapAtTheSamePlaceThoughTheKernelRepeatsNoPosition() {
    assertEquals(
        List.of(new Tapped(5, 2), new Tapped(5, 2)), taps("touch-multi", Rotation.NONE, player -> {
          player.play("two-finger-tap");
          player.send(EventCode.EV_ABS, EventCode.ABS_MT_SLOT, 0);
          player.send(EventCode.EV_ABS, EventCode.ABS_MT_TRACKING_ID, 43);
          player.sync();
          player.pass(50);
          player.send(EventCode.EV_ABS, EventCode.ABS_MT_TRACKING_ID, -1);
          player.sync();
        }));
  }

  @Test
  void givesNothingOfTouchWhoseEventsWereDropped() {
    try (RecordedDevice player = RecordedDevice.plug(folder, 0, "touch-multi");
        EvdevTouch touch = touch(EvdevTouchSettings.of(ANY_TOUCH, Rotation.NONE))) {
      assertEquals(Optional.empty(), touch.await(SILENCE));
      player.play("dropped-touch");
      assertEquals(Optional.empty(), touch.await(SILENCE));
      player.play("two-finger-tap");
      assertEquals(List.of(new Tapped(5, 2)), all(touch));
    }
  }

  @Test
  void waitsForTheLiftWhenEventsWereDroppedUnderFinger() {
    try (RecordedDevice player = RecordedDevice.plug(folder, 0, "touch-multi");
        EvdevTouch touch = touch(EvdevTouchSettings.of(ANY_TOUCH, Rotation.NONE))) {
      assertEquals(Optional.empty(), touch.await(SILENCE));
      player.say("slots 57 7 -1");
      player.play("dropped-touch");
      assertEquals(Optional.empty(), touch.await(SILENCE));
      player.send(EventCode.EV_ABS, EventCode.ABS_MT_TRACKING_ID, -1);
      player.sync();
      player.pass(100);
      assertEquals(Optional.empty(), touch.await(SILENCE));
      player.play("two-finger-tap");
      assertEquals(List.of(new Tapped(5, 2)), all(touch));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // Built: a quarter from the left, a tenth from the top, on a glass of 20 x 10 cells.
    "NONE, 5, 1",
    "CLOCKWISE_90, 2, 7",
    "CLOCKWISE_180, 14, 8",
    "CLOCKWISE_270, 17, 2",
  })
  void turnsWithThePicture(Rotation rotation, int column, int row) {
    assertEquals(List.of(new Tapped(column, row)), taps("qemu-tablet", rotation, player -> {
      player.send(EventCode.EV_ABS, EventCode.ABS_X, 8500);
      player.send(EventCode.EV_ABS, EventCode.ABS_Y, 3500);
      player.key(EventCode.BTN_LEFT, 1);
      player.pass(60);
      player.key(EventCode.BTN_LEFT, 0);
    }));
  }

  @Test
  void correctsByTheCalibration() {
    Calibration mirrored = new Calibration(-1, 0, 1, 0, 0.5, 0.25);
    EvdevTouchSettings settings = new EvdevTouchSettings(
        ANY_TOUCH, mirrored, Rotation.NONE, AxisRange.UNKNOWN, AxisRange.UNKNOWN);
    assertEquals(List.of(new Tapped(14, 3)), taps("qemu-tablet", settings, player -> {
      player.send(EventCode.EV_ABS, EventCode.ABS_X, 8500);
      player.send(EventCode.EV_ABS, EventCode.ABS_Y, 3500);
      player.key(EventCode.BTN_LEFT, 1);
      player.pass(60);
      player.key(EventCode.BTN_LEFT, 0);
    }));
  }

  @Test
  void takesFingerBeyondTheRangeForOneAtTheRim() {
    assertEquals(
        List.of(new Tapped(0, 9)),
        taps("touch-single", Rotation.NONE, player -> tap(player, -50, 70_000)));
  }

  @Test
  void countsBounceAsOneTap() {
    assertEquals(List.of(new Tapped(10, 5)), taps("touch-single", Rotation.NONE, player -> {
      for (int i = 0; i < 4; i++) {
        player.finger(2048, 2048, true);
        player.pass(5);
        player.finger(2048, 2048, false);
        player.pass(20);
      }
    }));
  }

  @Test
  void countsTouchesApartAsTwoTaps() {
    assertEquals(
        List.of(new Tapped(10, 5), new Tapped(10, 5)),
        taps("touch-single", Rotation.NONE, player -> {
          tap(player, 2048, 2048);
          player.pass(31);
          tap(player, 2048, 2048);
        }));
  }

  @ParameterizedTest
  @CsvSource({"2200, 1", "2400, 0"})
  void givesNothingWhenFingerWandersTooFar(int to, int taps) {
    assertEquals(
        taps,
        taps("touch-single", Rotation.NONE, player -> {
              player.finger(2048, 2048, true);
              player.pass(50);
              player.finger(to, 2048, true);
              player.pass(50);
              player.finger(2048, 2048, true);
              player.pass(50);
              player.finger(2048, 2048, false);
            })
            .size());
  }

  @ParameterizedTest
  @CsvSource({"9900, 1", "10100, 0"})
  void givesNothingOfWhatLiesOnTheGlass(int millis, int taps) {
    assertEquals(
        taps,
        taps("touch-single", Rotation.NONE, player -> {
              player.finger(2048, 2048, true);
              player.pass(millis);
              player.finger(2048, 2048, false);
            })
            .size());
  }

  @Test
  void givesNothingOfFingerThatWasThereAtTheStart() {
    try (RecordedDevice player = RecordedDevice.plug(folder, 0, "touch-single", "held 330\n");
        EvdevTouch touch = touch(EvdevTouchSettings.of(ANY_TOUCH, Rotation.NONE))) {
      assertEquals(Optional.empty(), touch.await(SILENCE));
      player.finger(2048, 2048, false);
      assertEquals(List.of(), all(touch));
    }
  }

  @Test
  void saysLostWhenMissingAndReadyWhenItComes() {
    try (EvdevTouch touch = touch(EvdevTouchSettings.of(ANY_TOUCH, Rotation.NONE))) {
      PanelLost lost = assertInstanceOf(PanelLost.class, next(touch));
      assertTrue(lost.reason().contains("event0"), lost.reason());
      try (RecordedDevice player = RecordedDevice.plug(folder, 0, "touch-single")) {
        assertEquals(new PanelReady(), next(touch));
        player.play("single-touch-tap");
        assertEquals(new Tapped(10, 2), next(touch));
      }
    }
  }

  @Test
  void saysThatMatchingDeviceIsNoTouchPanel() {
    try (RecordedDevice _ = RecordedDevice.plug(folder, 0, "mouse");
        EvdevTouch touch = touch(EvdevTouchSettings.of(ANY_TOUCH, Rotation.NONE))) {
      PanelLost lost = assertInstanceOf(PanelLost.class, next(touch));
      assertTrue(lost.reason().contains("cannot be a touch panel"), lost.reason());
    }
  }

  @Test
  void believesTheSettingsWhenThePanelSaysNoRange() {
    String silent = "axis 0 0 0 0\naxis 1 0 0 0\n";
    EvdevTouchSettings without = EvdevTouchSettings.of(ANY_TOUCH, Rotation.NONE);
    EvdevTouchSettings with = new EvdevTouchSettings(
        ANY_TOUCH, Calibration.NONE, Rotation.NONE, new AxisRange(0, 1023), new AxisRange(0, 1023));
    try (RecordedDevice player = RecordedDevice.plug(folder, 0, "touch-single", silent)) {
      try (EvdevTouch touch = touch(without)) {
        PanelLost lost = assertInstanceOf(PanelLost.class, next(touch));
        assertTrue(lost.reason().contains("give the range"), lost.reason());
      }
      try (EvdevTouch touch = touch(with)) {
        assertEquals(Optional.empty(), touch.await(SILENCE));
        tap(player, 512, 512);
        assertEquals(List.of(new Tapped(10, 5)), all(touch));
      }
    }
  }

  @Test
  void refusesCalibrationThatIsNone() {
    assertThrows(IllegalArgumentException.class, () -> new Calibration(1, 1, 0, 1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Calibration(Double.NaN, 0, 0, 0, 1, 0));
  }

  private interface Fingers {
    void on(RecordedDevice player);
  }

  private List<PanelEvent> taps(String device, Rotation rotation, Fingers fingers) {
    return taps(device, EvdevTouchSettings.of(ANY_TOUCH, rotation), fingers);
  }

  private List<PanelEvent> taps(String device, EvdevTouchSettings settings, Fingers fingers) {
    try (RecordedDevice player = RecordedDevice.plug(folder, 0, device);
        EvdevTouch touch = touch(settings)) {
      assertEquals(Optional.empty(), touch.await(SILENCE));
      fingers.on(player);
      return all(touch);
    }
  }

  private static void tap(RecordedDevice player, int x, int y) {
    player.finger(x, y, true);
    player.pass(50);
    player.finger(x, y, false);
  }

  private static List<PanelEvent> all(PanelInput input) {
    List<PanelEvent> events = new ArrayList<>();
    for (Optional<PanelEvent> event = input.await(SILENCE);
        event.isPresent();
        event = input.await(SILENCE)) {
      events.add(event.get());
    }
    return events;
  }

  private static PanelEvent next(PanelInput input) {
    return input.await(Duration.ofSeconds(10)).orElseThrow();
  }

  private EvdevTouch touch(EvdevTouchSettings settings) {
    return touch(folder, settings);
  }

  private static EvdevTouch touch(Path folder, EvdevTouchSettings settings) {
    return new EvdevTouch(settings, GLASS, new InputDevices(folder, new RecordedQuestions()));
  }
}
