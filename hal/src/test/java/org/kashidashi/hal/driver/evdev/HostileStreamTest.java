package org.kashidashi.hal.driver.evdev;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.hal.barcode.Scan;
import org.kashidashi.hal.barcode.ScannerEvent;
import org.kashidashi.hal.barcode.ScannerEvent.Ready;
import org.kashidashi.hal.barcode.ScannerEvent.Scanned;
import org.kashidashi.hal.display.PanelGeometry;
import org.kashidashi.hal.display.Rotation;
import org.kashidashi.hal.driver.evdev.EvdevKeypadSettings.EnterKey;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.hal.input.PanelEvent.KeyTyped;
import org.kashidashi.hal.input.PanelEvent.Tapped;
import org.kashidashi.hal.input.PanelInput;

/** Whatever an event file says, a driver goes on, in time, within its limits. */
class HostileStreamTest {
  private static final int ROUNDS = 100;
  private static final Duration SILENCE = Duration.ofMillis(5);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final InputRule RULE = InputRule.path("*/event0");

  @TempDir
  private Path folder;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void scannerGivesNothingBeyondItsLimits(long seed) {
    RandomGenerator random = new Random(seed);
    EvdevScannerSettings settings =
        new EvdevScannerSettings(RULE, Keymap.JP, EvdevScannerSettings.USUAL_SILENCE_LIMIT);
    try (RecordedDevice device = RecordedDevice.plug(folder, 0, "scanner");
        EvdevScanner scanner = new EvdevScanner("hostile", settings, devices())) {
      assertInstanceOf(Ready.class, scanner.await(Duration.ofSeconds(5)).orElseThrow());
      assertTimeoutPreemptively(PATIENCE, () -> {
        for (int round = 0; round < ROUNDS; round++) {
          device.write(octets(random, round > ROUNDS / 2));
          Optional<ScannerEvent> event = scanner.await(SILENCE);
          while (event.isPresent()) {
            if (event.get() instanceof Scanned(Scan scan)) {
              assertTrue(scan.text().matches("[ -~]{1,64}"));
            } else {
              assertInstanceOf(ScannerEvent.Rejected.class, event.get());
            }
            event = scanner.await(SILENCE);
          }
        }
      });
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {4, 5, 6})
  void keypadGivesItsKeysAlone(long seed) {
    EvdevKeypadSettings settings = new EvdevKeypadSettings(RULE, Keymap.US, EnterKey.CONFIRMS);
    try (EvdevKeypad keypad = new EvdevKeypad(settings, devices())) {
      for (PanelEvent event : heard("keypad", keypad, seed)) {
        KeyTyped typed = assertInstanceOf(KeyTyped.class, event);
        assertTrue("0123456789*#".indexOf(typed.key()) >= 0);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"touch-single", "touch-multi", "qemu-tablet"})
  void touchGivesCellsOfThePanelAlone(String recording) {
    PanelGeometry glass = new PanelGeometry(800, 480, 0, 0, 40, 48, new TerminalSize(20, 10), 0);
    EvdevTouchSettings settings = EvdevTouchSettings.of(RULE, Rotation.CLOCKWISE_90);
    try (EvdevTouch touch = new EvdevTouch(settings, glass, devices())) {
      for (PanelEvent event : heard(recording, touch, recording.length())) {
        Tapped tapped = assertInstanceOf(Tapped.class, event);
        assertTrue(tapped.column() >= 0 && tapped.column() < 20);
        assertTrue(tapped.row() >= 0 && tapped.row() < 10);
      }
    }
  }

  private java.util.List<PanelEvent> heard(String recording, PanelInput input, long seed) {
    RandomGenerator random = new Random(seed);
    java.util.List<PanelEvent> heard = new java.util.ArrayList<>();
    try (RecordedDevice device = RecordedDevice.plug(folder, 0, recording)) {
      assertTrue(input.await(Duration.ZERO).isEmpty());
      assertTimeoutPreemptively(PATIENCE, () -> {
        for (int round = 0; round < ROUNDS; round++) {
          device.write(octets(random, round > ROUNDS / 2));
          Optional<PanelEvent> event = input.await(SILENCE);
          while (event.isPresent()) {
            heard.add(event.get());
            event = input.await(SILENCE);
          }
        }
      });
    }
    assertTrue(!heard.isEmpty(), "the noise must reach what is behind the driver too");
    return heard;
  }

  /** Noise, in pieces of any length, half of it made of codes that mean something. */
  private static byte[] octets(RandomGenerator random, boolean torn) {
    ByteBuffer events = ByteBuffer.allocate(InputEvent.BYTES * 200).order(ByteOrder.nativeOrder());
    int[] axes = {0x00, 0x01, 0x2f, 0x35, 0x36, 0x39};
    int[] buttons = {EventCode.BTN_TOUCH, EventCode.BTN_LEFT};
    long micros = 0;
    while (events.hasRemaining()) {
      boolean wild = random.nextInt(20) == 0;
      micros += random.nextInt(20_000);
      events.putLong(wild ? random.nextLong() : 0).putLong(wild ? random.nextLong() : micros);
      int kind = wild ? random.nextInt(9, 11) : random.nextInt(9);
      switch (kind) {
        case 0, 1, 2 ->
          event(events, EventCode.EV_ABS, axes[random.nextInt(6)], random.nextInt(-2, 9));
        case 9 -> event(events, EventCode.EV_ABS, axes[random.nextInt(6)], random.nextInt());
        case 3 -> event(events, EventCode.EV_KEY, buttons[random.nextInt(2)], random.nextInt(2));
        case 4, 5 -> event(events, EventCode.EV_KEY, random.nextInt(128), random.nextInt(3));
        case 6, 7 -> event(events, EventCode.EV_SYN, EventCode.SYN_REPORT, 0);
        case 8 -> event(events, EventCode.EV_SYN, random.nextInt(4), 0);
        default -> events.putLong(random.nextLong());
      }
    }
    // A piece of an event at the end, whose rest comes with the next piece: all goes out of step.
    return java.util.Arrays.copyOf(
        events.array(),
        events.capacity() - (torn && random.nextInt(10) == 0 ? random.nextInt(24) : 0));
  }

  private static void event(ByteBuffer events, int type, int code, int value) {
    events.putShort((short) type).putShort((short) code).putInt(value);
  }

  private InputDevices devices() {
    return new InputDevices(folder, new RecordedQuestions());
  }
}
