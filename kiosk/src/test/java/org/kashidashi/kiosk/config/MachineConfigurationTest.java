package org.kashidashi.kiosk.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.kiosk.config.mistake.Mistake;
import org.kashidashi.kiosk.config.mistake.MistakenFileException;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.diagnosis.ConfigurationEditor.Change;
import org.kashidashi.kiosk.diagnosis.ConfigurationEditor.Line;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

class MachineConfigurationTest {
  @TempDir
  private Path folder;

  private Path file = Path.of("");
  private MachineConfiguration editor = new MachineConfiguration(file);

  @BeforeEach
  void writeFile() throws IOException {
    file = TrialFile.in(folder);
    editor = new MachineConfiguration(file);
  }

  @Test
  void changesWhatHoldsFromTheNextStartOn() throws Exception {
    assertEquals(List.of(), editor.set("kiosk.label", "9号機"));
    assertEquals("1号機", Configuration.read(file).kiosk().label());
    assertEquals(List.of(), editor.commit());
    assertEquals("9号機", Configuration.read(file).kiosk().label());
    assertTrue(editor.onTrial());
    assertTrue(line("kiosk.label").changed());
    assertEquals("\"9号機\"", line("kiosk.label").value());
  }

  @Test
  void leavesTheFileOfTheMachineAsItWas() throws Exception {
    String before = Files.readString(file);
    editor.set("kiosk.label", "9号機");
    editor.commit();
    assertEquals(before, Files.readString(file));
  }

  @Test
  void takesTextWithAndWithoutQuotes() throws Exception {
    editor.set("kiosk.label", "\"9号機\"");
    assertEquals("\"9号機\"", changed("kiosk.label").after().orElseThrow());
    editor.set("kiosk.label", "7");
    assertEquals("\"7\"", changed("kiosk.label").after().orElseThrow());
    editor.set("kiosk.clock_battery", "true");
    assertEquals("true", changed("kiosk.clock_battery").after().orElseThrow());
  }

  @Test
  void comparesWhatIsWithWhatWouldBe() throws Exception {
    editor.set("kiosk.clock_battery", "true");
    assertEquals(
        List.of(new Change("kiosk.clock_battery", Optional.empty(), Optional.of("true"))),
        editor.gathered());
  }

  @Test
  void takesChangeBack() throws Exception {
    editor.set("kiosk.label", "9号機");
    editor.commit();
    ConfigurationTrial.begin(file).passed();
    assertEquals(List.of(), editor.set("kiosk.label", ""));
    assertEquals(List.of(), editor.commit());
    assertEquals("1号機", Configuration.read(file).kiosk().label());
    assertFalse(line("kiosk.label").changed());
  }

  @Test
  void goesBackToWhatWasBefore() throws Exception {
    editor.set("kiosk.label", "8号機");
    editor.commit();
    ConfigurationTrial.begin(file).passed();
    editor.set("kiosk.label", "9号機");
    editor.commit();
    assertTrue(editor.rollBack());
    assertEquals("8号機", Configuration.read(file).kiosk().label());
    assertFalse(editor.onTrial());
    assertFalse(editor.rollBack());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kiosk.id",
        "kiosk.mode",
        "kiosk.role",
        "kiosk.state_directory",
        "kiosk.time_zone",
        "speech.engine",
        "reader.library",
        "metrics.file",
        "metrics.push_url",
        "central.url",
        "resolver.url",
        "resolver.certificates",
        "resolver.secret",
        "registry.usable",
        "identity.proof",
        "trust.directory",
        "console.technicians",
        "console.lines",
        "kiosk.lable",
        "",
        "words.ja.x"
      })
  void refusesWhatCannotBeChangedHere(String key) throws Exception {
    assertFalse(editor.set(key, "test").isEmpty());
    assertEquals(List.of(), editor.gathered());
  }

  /** Whoever has written the file of the changes: an older program, or the owner of a stick. */
  @Test
  void changesGiveNothingThatTheFileAloneMayGive() {
    for (Setting<?> setting : Configuration.settings()) {
      String line = setting.key() + " = " + example(setting) + "\n";
      Source file = new Source("file", Toml.parse(line), false, false);
      assertTrue(new Values(List.of(file)).written(setting).isPresent(), line);
      Source changes = Source.changes("changes", line);
      boolean left = new Values(List.of(changes)).written(setting).isEmpty();
      switch (setting.reach()) {
        case FILE_ONLY -> assertTrue(left && changes.oversteps(setting), line);
        case MACHINE -> assertFalse(left || changes.oversteps(setting), line);
        case DEVICE, SOUND_CARD -> assertEquals(left, changes.oversteps(setting), line);
      }
    }
  }

  private static <T> String example(Setting<T> setting) {
    return setting.form().write(setting.form().example());
  }

  @Test
  void refusesALineOnWhichTechniciansAreServed() throws Exception {
    MachineConfiguration editor = new MachineConfiguration(file);
    assertEquals(1, editor.set("printer.path", "/dev/ttyS0").size());
    assertEquals(List.of(), editor.set("printer.path", "/dev/ttyUSB0"));
  }

  @Test
  void oneOfTwoConsolesCommitsAtOnce() throws Exception {
    ChangeFiles files = new ChangeFiles(folder.resolve("turns"));
    List<CompletableFuture<Boolean>> both = new ArrayList<>();
    for (int number = 0; number < 2; number++) {
      both.add(CompletableFuture.supplyAsync(() -> {
        try {
          files.begin("kiosk.label = \"9号機\"\n");
          return true;
        } catch (IOException another) {
          return false;
        }
      }));
    }
    assertEquals(1, both.stream().filter(CompletableFuture::join).count());
    assertTrue(files.back(false));
    assertEquals(Optional.of(""), files.activeText());
  }

  /** A setting that is new stays out of reach until somebody puts it on this list. */
  @Test
  void letsNothingBeChangedButWhatMakesDevicesAndScreensWork() {
    assertEquals(
        """
        kiosk: label clock_battery
        look: title button
        session: idle warning finished card_lift error_slips
        session.offers: languages services help
        reader: driver name
        scanner: driver path baud data_bits parity stop_bits prefix suffix keymap silence
        scanner.device: name product path
        display: driver path rotation width_mm height_mm consoles columns rows
        touch: driver rotation calibration
        touch.device: name product path
        keypad: driver keymap enter
        keypad.device: name product path
        keyboards: expected
        printer: driver columns path line baud flow paper cut confirming
        signal: driver device volume
        speech: driver speed volume kana device
        switches: driver
        gpio: lamp_ready lamp_reading lamp_attention buzzer door_shut staff_call outputs inputs
        """,
        Configuration.settings().stream()
            .filter(setting -> setting.reach() != Setting.Reach.FILE_ONLY)
            .collect(Collectors.groupingBy(
                Setting::section,
                LinkedHashMap::new,
                Collectors.mapping(Setting::name, Collectors.joining(" "))))
            .entrySet()
            .stream()
            .map(section -> section.getKey() + ": " + section.getValue() + "\n")
            .collect(Collectors.joining()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "printer.path | /var/lib/kashidashi/kiosk.db",
        "printer.path | /dev/../var/lib/kashidashi/kiosk.db",
        "printer.path | /dev/fd/12",
        "display.path | /dev/shm/x",
        "scanner.path | /proc/self/fd/12",
        "display.tty | /etc/passwd",
        "display.consoles | [\"/dev/tty1\", \"/var/lib/kashidashi/kiosk.db\"]",
        "signal.device | file:kiosk.db,raw",
        "speech.device | tee:default,kiosk.db,raw"
      })
  void refusesFileInTheGuiseOfADevice(String key, String value) throws Exception {
    assertFalse(editor.set(key, value).isEmpty());
    assertEquals(List.of(), editor.gathered());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "printer.path | /dev/usb/lp0",
        "scanner.path | /dev/serial/by-id/usb-Maker_Scanner-if00",
        "scanner.path | /dev/ttyACM0",
        "display.path | /dev/fb1",
        "display.consoles | [\"/dev/tty1\", \"/dev/tty2\"]",
        "display.consoles | []",
        "signal.device | plughw:1,0",
        "speech.device | \"\""
      })
  void takesDevice(String key, String value) throws Exception {
    assertEquals(List.of(), editor.set(key, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\nkiosk.mode = \"test\"", "\u001b[2J", "\"\"\"\n\"\"\"", "x\u0000", "一二三四五六七八九"})
  void refusesValueThatDoesNotFit(String value) throws Exception {
    assertFalse(editor.set("kiosk.label", value).isEmpty());
    assertEquals(List.of(), editor.gathered());
  }

  @Test
  void quotesWhateverIsTyped() throws Exception {
    assertEquals(List.of(), editor.set("kiosk.label", "a\" b\\c"));
    assertEquals(List.of(), editor.commit());
    assertEquals("a\" b\\c", Configuration.read(file).kiosk().label());
  }

  static Stream<Setting<?>> settings() {
    return Configuration.settings().stream();
  }

  @ParameterizedTest
  @MethodSource("settings")
  <T> void readsAgainWhatItWrites(Setting<T> setting) throws UnfitValueException {
    String written = setting.form().write(setting.form().example());
    TomlParseResult parsed = Toml.parse(setting.key() + " = " + written);
    assertFalse(parsed.hasErrors(), written);
    Object raw = Objects.requireNonNull(parsed.get(setting.key()));
    assertEquals(setting.form().example(), setting.form().read(raw));
  }

  @Test
  void commitsNothingWhileAnotherChangeIsOnTrial() throws Exception {
    editor.set("kiosk.label", "8号機");
    editor.commit();
    editor.set("kiosk.label", "9号機");
    List<Mistake> refused = editor.commit();
    assertEquals(Problem.ANOTHER_ON_TRIAL.with(), refused.getFirst().problem());
    assertEquals("8号機", Configuration.read(file).kiosk().label());
    assertTrue(editor.rollBack());
    assertEquals("1号機", Configuration.read(file).kiosk().label());
  }

  private void changeThatDoesNotComeUp() throws Exception {
    editor.set("kiosk.label", "8号機");
    editor.commit();
    Files.writeString(folder.resolve("state/config/trial"), "1 2");
    ConfigurationTrial.begin(file);
    assertTrue(editor.rolledBack());
  }

  @Test
  void forgetsThatAChangeWasTakenBackWhenSomebodyAsksForThatOfBefore() throws Exception {
    changeThatDoesNotComeUp();
    Files.writeString(folder.resolve("state/config/before.toml"), "");
    assertTrue(editor.rollBack());
    assertFalse(editor.rolledBack());
  }

  @Test
  void forgetsThatAChangeWasTakenBackWhenSomebodyHasSeenIt() throws Exception {
    changeThatDoesNotComeUp();
    assertTrue(editor.rollBack());
    assertFalse(editor.rolledBack());
    assertEquals("1号機", Configuration.read(file).kiosk().label());
    assertFalse(editor.rollBack());
  }

  @Test
  void tellsWhereAMistakeStandsThatIsInAFile() throws Exception {
    String text = Files.readString(file);
    Files.writeString(
        file, text.replaceFirst("(?<=\\[reader\\]\n)driver = \"simulated\"", "driver = \"pcscd\""));
    List<Mistake> mistakes = editor.check();
    assertEquals(1, mistakes.size(), mistakes.toString());
    assertEquals(file.toString(), mistakes.getFirst().file());
    assertTrue(mistakes.getFirst().line() > 0, mistakes.toString());
    assertEquals("reader.driver", mistakes.getFirst().key());
    editor.set("reader.driver", "pcsc");
    assertEquals(List.of(), editor.check());
  }

  @Test
  void tellsTheFileThatGivesNothingAtAll() throws Exception {
    Files.write(file, new byte[] {(byte) 0x82, (byte) 0xA0});
    MistakenFileException refused = assertThrows(MistakenFileException.class, editor::check);
    assertEquals(Problem.NOT_UTF8.with(), refused.mistakes().getFirst().problem());
    assertEquals(file.toString(), refused.mistakes().getFirst().file());
  }

  @Test
  void takesDamagedChangesAwayWhereNothingWasBefore() throws Exception {
    Path changes = Files.createDirectories(folder.resolve("state/config")).resolve("changes.toml");
    Files.writeString(changes, "[[[");
    assertEquals(changes.toString(), editor.check().getFirst().file());
    assertEquals(1, editor.check().getFirst().line());
    assertTrue(editor.rollBack());
    assertEquals(List.of(), editor.check());
    assertFalse(editor.rollBack());
  }

  @Test
  void dropsWhatWasGathered() throws Exception {
    editor.set("kiosk.label", "9号機");
    editor.drop();
    assertEquals(List.of(), editor.gathered());
  }

  @Test
  void commitsNothingThatIsWrongAsAWhole() throws Exception {
    // A driver that the file says nothing else about.
    assertEquals(List.of(), editor.set("scanner.driver", "serial"));
    List<Mistake> mistakes = editor.commit();
    assertEquals("scanner.path", mistakes.getFirst().key());
    assertFalse(editor.onTrial());
    assertEquals(1, editor.gathered().size());
  }

  private Line line(String key) throws IOException {
    return editor.lines().stream()
        .filter(line -> line.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private Change changed(String key) throws IOException {
    return editor.gathered().stream()
        .filter(change -> change.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
