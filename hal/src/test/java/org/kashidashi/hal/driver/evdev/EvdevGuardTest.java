package org.kashidashi.hal.driver.evdev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.hal.input.GuardBench;
import org.kashidashi.hal.input.GuardEvent.StrangerCame;
import org.kashidashi.hal.input.GuardEvent.StrangersGone;
import org.kashidashi.hal.input.InputGuard;
import org.kashidashi.hal.input.InputGuardContract;

class EvdevGuardTest extends InputGuardContract {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final InputRule SCANNER = InputRule.product("4e54:1000");

  @TempDir
  private Path folder;

  private final RecordedQuestions questions = new RecordedQuestions();

  @Override
  protected GuardBench bench() {
    Path own = RecordedDevice.newFolder(folder, "bench");
    EvdevGuardSettings settings = new EvdevGuardSettings(List.of(SCANNER), List.of());
    return new FolderBench(own, new EvdevGuard(settings, new InputDevices(own, questions)));
  }

  @Test
  void grabsStrangerAndEmptiesIt() {
    try (RecordedDevice stranger = RecordedDevice.plug(folder, 7, "keypad");
        EvdevGuard guard = guard(List.of(SCANNER), List.of())) {
      assertInstanceOf(StrangerCame.class, guard.await(LONG).orElseThrow());
      assertTrue(questions.isGrabbed(stranger.path()));
      // More than the pipe of 64 kB holds: it would block if nobody emptied it.
      for (int i = 0; i < 100; i++) {
        stranger.write(new byte[InputEvent.BYTES * 64]);
        assertEquals(Optional.empty(), guard.await(Duration.ZERO));
      }
    }
  }

  @Test
  void leavesNamedScannerToItsDriver() {
    try (RecordedDevice device = RecordedDevice.plug(folder, 7, "scanner");
        EvdevGuard guard = guard(List.of(SCANNER), List.of())) {
      assertEquals(Optional.empty(), guard.await(SHORT));
      assertFalse(questions.isGrabbed(device.path()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"power-button", "mouse", "qemu-tablet", "touch-multi"})
  void leavesWhatCannotType(String recording) {
    try (RecordedDevice device = RecordedDevice.plug(folder, 7, recording);
        EvdevGuard guard = guard(List.of(SCANNER), List.of())) {
      assertEquals(Optional.empty(), guard.await(SHORT));
      assertFalse(questions.isGrabbed(device.path()));
    }
  }

  @Test
  void holdsExpectedKeyboardWithoutWord() {
    try (RecordedDevice device = RecordedDevice.plug(folder, 7, "keypad");
        EvdevGuard guard = guard(List.of(SCANNER), List.of(InputRule.named("*Keypad")))) {
      assertEquals(Optional.empty(), guard.await(SHORT));
      assertTrue(questions.isGrabbed(device.path()));
    }
  }

  @Test
  void noticesKeyboardThatTakesTheNameOfMouse() {
    try (EvdevGuard guard = guard(List.of(SCANNER), List.of())) {
      try (RecordedDevice _ = RecordedDevice.plug(folder, 7, "mouse")) {
        assertEquals(Optional.empty(), guard.await(SHORT));
      }
      try (RecordedDevice _ = RecordedDevice.plug(folder, 7, "keypad")) {
        assertInstanceOf(StrangerCame.class, guard.await(LONG).orElseThrow());
      }
    }
  }

  @Test
  void letsGoOfDeviceWhoseLinkComesLater() throws IOException {
    Path byId = Files.createDirectory(folder.resolve("by-id"));
    InputRule rule = InputRule.path("*/by-id/usb-Newtologic*");
    try (RecordedDevice device = RecordedDevice.plug(folder, 7, "scanner");
        EvdevGuard guard = guard(List.of(rule), List.of())) {
      assertEquals(Optional.empty(), guard.await(SHORT));
      assertTrue(questions.isGrabbed(device.path()));
      Files.createSymbolicLink(byId.resolve("usb-Newtologic-event-kbd"), Path.of("../event7"));
      assertEquals(Optional.empty(), guard.await(Duration.ofMillis(1500)));
      assertFalse(questions.isGrabbed(device.path()));
    }
  }

  @Test
  void tellsOfDeviceThatIsHeldBySomebodyElse() throws DeviceTroubleException {
    InputDevices devices = new InputDevices(folder, questions);
    try (RecordedDevice stranger = RecordedDevice.plug(folder, 7, "keypad");
        EventDevice other = devices.open(stranger.path());
        EvdevGuard guard = guard(List.of(SCANNER), List.of())) {
      other.grab();
      StrangerCame came = assertInstanceOf(StrangerCame.class, guard.await(LONG).orElseThrow());
      assertTrue(came.device().contains("event7"), came.device());
      assertEquals(Optional.empty(), guard.await(SHORT));
    }
  }

  @Test
  void tellsOfDeviceThatNeverAnswers() throws IOException {
    try (EvdevGuard guard = guard(List.of(SCANNER), List.of())) {
      Path silent = Files.createFile(folder.resolve("event3"));
      assertInstanceOf(StrangerCame.class, guard.await(LONG).orElseThrow());
      Files.delete(silent);
      assertEquals(new StrangersGone(), guard.await(LONG).orElseThrow());
    }
  }

  @Test
  void letsGoOfAllWhenClosed() {
    try (RecordedDevice stranger = RecordedDevice.plug(folder, 7, "keypad")) {
      try (EvdevGuard guard = guard(List.of(SCANNER), List.of())) {
        assertInstanceOf(StrangerCame.class, guard.await(LONG).orElseThrow());
      }
      assertFalse(questions.isGrabbed(stranger.path()));
    }
  }

  private EvdevGuard guard(List<InputRule> used, List<InputRule> expected) {
    return new EvdevGuard(
        new EvdevGuardSettings(used, expected), new InputDevices(folder, questions));
  }

  private static final class FolderBench implements GuardBench {
    private final Path folder;
    private final EvdevGuard guard;
    private final Map<String, RecordedDevice> devices = new HashMap<>();

    FolderBench(Path folder, EvdevGuard guard) {
      this.folder = folder;
      this.guard = guard;
    }

    @Override
    public InputGuard guard() {
      return guard;
    }

    @Override
    public void plugStranger(String name) {
      plug(name, "keypad");
    }

    @Override
    public void plugNamed(String name) {
      plug(name, "scanner");
    }

    @Override
    public void typeOn(String name) {
      Objects.requireNonNull(devices.get(name)).press(EventCode.KEY_ENTER);
    }

    @Override
    public void unplug(String name) {
      Objects.requireNonNull(devices.remove(name)).close();
    }

    @Override
    public void close() {
      guard.close();
      devices.values().forEach(RecordedDevice::close);
    }

    private void plug(String name, String recording) {
      devices.put(
          name,
          RecordedDevice.plug(folder, devices.size(), recording, "name %s\n".formatted(name)));
    }
  }
}
