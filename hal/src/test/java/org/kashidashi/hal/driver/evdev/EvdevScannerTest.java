package org.kashidashi.hal.driver.evdev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.hal.barcode.BarcodeScanner;
import org.kashidashi.hal.barcode.BarcodeScannerContract;
import org.kashidashi.hal.barcode.ScannerBench;
import org.kashidashi.hal.barcode.ScannerEvent;
import org.kashidashi.hal.barcode.ScannerEvent.Lost;
import org.kashidashi.hal.barcode.ScannerEvent.Ready;
import org.kashidashi.hal.barcode.ScannerEvent.Rejected;
import org.kashidashi.hal.barcode.ScannerEvent.Scanned;

class EvdevScannerTest extends BarcodeScannerContract {
  private static final Duration SILENCE = Duration.ofMillis(30);
  private static final InputRule RULE = InputRule.product("4e54:1000");
  private static final int SHIFT = EventCode.KEY_LEFTSHIFT;
  private static final int ENTER = EventCode.KEY_ENTER;

  @TempDir
  private Path folder;

  @Override
  protected ScannerBench bench(boolean plugged) {
    // A busy machine may take long between two calls: longer than a scanner's pause.
    Path own = RecordedDevice.newFolder(folder, plugged ? "plugged" : "empty");
    return new KeyboardBench(own, plugged, scanner(own, Keymap.US, Duration.ofMillis(500)));
  }

  @ParameterizedTest
  @CsvSource({"US, burst-us, A7-b_9", "JP, burst-jp, A+:*@_\\"})
  void givesScanOfRecording(Keymap keymap, String recording, String text) {
    assertEquals(List.of(text), told(keymap, device -> device.play(recording)));
  }

  @ParameterizedTest
  @CsvSource({
    "15, 12", // Tab
    "96, 12", // Enter of the number block
  })
  void takesOtherTerminators(int terminator, String text) {
    assertEquals(List.of(text), told(Keymap.US, device -> {
      device.press(2);
      device.press(80);
      device.press(terminator);
    }));
  }

  @Test
  void mindsCapsLock() {
    assertEquals(List.of("Ab1"), told(Keymap.US, device -> {
      device.press(EventCode.KEY_CAPSLOCK);
      device.press(30);
      device.key(SHIFT, 1);
      device.press(48);
      device.key(SHIFT, 0);
      device.press(2);
      device.press(ENTER);
    }));
  }

  @Test
  void startsWithTheCapsLockThatIsLit() {
    try (RecordedDevice device = RecordedDevice.plug(folder, 0, "scanner", "lights 1\n");
        EvdevScanner scanner = scanner(Keymap.US, EvdevScannerSettings.USUAL_SILENCE_LIMIT)) {
      assertEquals(Optional.of(new Ready()), scanner.await(Duration.ofSeconds(5)));
      device.press(30);
      device.press(ENTER);
      assertEquals(List.of("A"), told(scanner));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "29, 46", // Ctrl C
    "29, 28", // Ctrl Enter, which must not end the line
    "56, 79", // Alt and the number block: a character by its number
    "100, 2", // AltGr
    "125, 19", // Meta R
  })
  void rejectsLineWithCombination(int modifier, int code) {
    assertEquals(List.of("CONTROL_CHARACTER", "3"), told(Keymap.US, device -> {
      device.press(2);
      device.key(modifier, 1);
      device.press(code);
      device.key(modifier, 0);
      device.press(2);
      device.press(ENTER);
      device.press(4);
      device.press(ENTER);
    }));
  }

  @Test
  void rejectsKeysWithoutCharacter() {
    assertEquals(List.of("CONTROL_CHARACTER"), told(Keymap.US, device -> {
      device.press(59); // F1, set as a prefix
      device.press(2);
      device.press(ENTER);
    }));
  }

  @Test
  void takesNoTypingHandForScan() {
    assertEquals(List.of("INCOMPLETE"), told(Keymap.US, device -> {
      for (int code : new int[] {2, 3, 4, 5, 6, ENTER}) {
        device.press(code);
        device.pass(130);
      }
    }));
  }

  @Test
  void rejectsLineWhoseTerminatorNeverComes() {
    assertEquals(List.of("INCOMPLETE"), told(Keymap.US, device -> {
      device.press(2);
      device.press(3);
    }));
  }

  @Test
  void ignoresRepeatsOfHeldKey() {
    assertEquals(List.of("1"), told(Keymap.US, device -> {
      device.key(2, 1);
      device.key(2, 2);
      device.key(2, 2);
      device.key(2, 0);
      device.press(ENTER);
    }));
  }

  @Test
  void rejectsLineOfWhichKeysWereDropped() {
    assertEquals(List.of("INCOMPLETE", "12"), told(Keymap.US, device -> {
      device.press(2);
      device.send(EventCode.EV_SYN, EventCode.SYN_DROPPED, 0);
      device.key(3, 1);
      device.press(4);
      device.press(ENTER);
      device.press(2);
      device.press(3);
      device.press(ENTER);
    }));
  }

  @Test
  void putsEventTogetherThatComesInPieces() {
    try (RecordedDevice device = RecordedDevice.plug(folder, 0, "scanner");
        EvdevScanner scanner = scanner(Keymap.US, EvdevScannerSettings.USUAL_SILENCE_LIMIT)) {
      assertEquals(Optional.of(new Ready()), scanner.await(Duration.ofSeconds(5)));
      byte[] one = new byte[InputEvent.BYTES];
      one[16] = EventCode.EV_KEY;
      one[18] = 2;
      one[20] = 1;
      device.write(java.util.Arrays.copyOfRange(one, 0, 17));
      assertEquals(Optional.empty(), scanner.await(SILENCE));
      device.write(java.util.Arrays.copyOfRange(one, 17, 24));
      one[18] = ENTER;
      device.write(one);
      assertEquals(List.of("1"), told(scanner));
    }
  }

  @Test
  void saysWhatToDoWhenTwoDevicesMatch() {
    try (RecordedDevice _ = RecordedDevice.plug(folder, 0, "scanner");
        RecordedDevice _ = RecordedDevice.plug(folder, 1, "scanner");
        EvdevScanner scanner = scanner(Keymap.US, EvdevScannerSettings.USUAL_SILENCE_LIMIT)) {
      Lost lost =
          assertInstanceOf(Lost.class, scanner.await(Duration.ofSeconds(5)).orElseThrow());
      assertTrue(lost.reason().contains("all match"), lost.reason());
    }
  }

  @Test
  void takesTheFileThatTypesWhenDeviceHasSeveral() {
    try (RecordedDevice _ = RecordedDevice.plug(folder, 0, "power-button", "product 4e54:1000\n");
        RecordedDevice device = RecordedDevice.plug(folder, 1, "scanner");
        EvdevScanner scanner = scanner(Keymap.US, EvdevScannerSettings.USUAL_SILENCE_LIMIT)) {
      assertEquals(Optional.of(new Ready()), scanner.await(Duration.ofSeconds(5)));
      device.play("burst-us");
      assertEquals(List.of("A7-b_9"), told(scanner));
    }
  }

  @Test
  void refusesSilenceLimitsThatNoScannerNeeds() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new EvdevScannerSettings(RULE, Keymap.US, Duration.ofMillis(19)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new EvdevScannerSettings(RULE, Keymap.US, Duration.ofMillis(501)));
  }

  private interface Hands {
    void on(RecordedDevice device);
  }

  private List<String> told(Keymap keymap, Hands hands) {
    try (RecordedDevice device = RecordedDevice.plug(folder, 0, "scanner");
        EvdevScanner scanner = scanner(keymap, EvdevScannerSettings.USUAL_SILENCE_LIMIT)) {
      assertEquals(Optional.of(new Ready()), scanner.await(Duration.ofSeconds(5)));
      hands.on(device);
      return told(scanner);
    }
  }

  private static List<String> told(EvdevScanner scanner) {
    List<String> told = new ArrayList<>();
    Duration patience = Duration.ofMillis(250);
    for (Optional<ScannerEvent> event = scanner.await(patience);
        event.isPresent();
        event = scanner.await(patience)) {
      told.add(
          switch (event.get()) {
            case Scanned(var scan) -> scan.text();
            case Rejected(var reason) -> reason.name();
            case Lost(var reason) -> reason;
            case Ready _ -> "ready";
          });
    }
    return told;
  }

  private EvdevScanner scanner(Keymap keymap, Duration silenceLimit) {
    return scanner(folder, keymap, silenceLimit);
  }

  private static EvdevScanner scanner(Path folder, Keymap keymap, Duration silenceLimit) {
    return new EvdevScanner(
        "counter",
        new EvdevScannerSettings(RULE, keymap, silenceLimit),
        new InputDevices(folder, new RecordedQuestions()));
  }

  /** Types text as a scanner with the US layout does. */
  private static final class KeyboardBench implements ScannerBench {
    private static final String PLAIN =
        "\u001b1234567890-=?\tqwertyuiop[]\r?asdfghjkl;'`?\\zxcvbnm,./";
    private static final String SHIFTED = "???????????????QWERTYUIOP{}??ASDFGHJKL:\"~?|ZXCVBNM<>?";
    private final Path folder;
    private final EvdevScanner scanner;
    private Optional<RecordedDevice> device = Optional.empty();

    KeyboardBench(Path folder, boolean plugged, EvdevScanner scanner) {
      this.folder = folder;
      this.scanner = scanner;
      if (plugged) {
        replug();
      }
    }

    @Override
    public BarcodeScanner scanner() {
      return scanner;
    }

    @Override
    public void send(String text) {
      text.chars().forEach(character -> type((char) (character == '\n' ? '\r' : character)));
    }

    @Override
    public void stall() {
      // Silence passes by itself while the scanner is awaited.
    }

    @Override
    public void unplug() {
      device.orElseThrow().close();
      device = Optional.empty();
    }

    @Override
    public void replug() {
      device = Optional.of(RecordedDevice.plug(folder, 0, "scanner"));
    }

    @Override
    public void close() {
      scanner.close();
      device.ifPresent(RecordedDevice::close);
    }

    private void type(char character) {
      RecordedDevice keys = device.orElseThrow();
      if (PLAIN.indexOf(character) >= 0 && character != '?') {
        keys.press(PLAIN.indexOf(character) + 1);
        return;
      }
      int code = SHIFTED.indexOf(character) + 1;
      assertTrue(code > 0 && character != '?', "no key for " + character);
      keys.key(SHIFT, 1);
      keys.press(code);
      keys.key(SHIFT, 0);
    }
  }
}
