package org.kashidashi.kiosk.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.kiosk.config.mistake.Mistake;
import org.kashidashi.kiosk.config.mistake.MistakeWords;
import org.kashidashi.kiosk.config.mistake.Wording;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.Choice;
import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.Places;
import org.kashidashi.kiosk.screen.Texts;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.SessionRules;
import org.kashidashi.sync.circulation.barcode.CheckDigit;

final class ConfigurationTest {
  private static final Path EXAMPLES = Path.of("..", "packaging", "examples");

  @TempDir
  Path folder;

  @Test
  void readsProductionExample() throws ConfigurationException {
    Configuration configuration = Configuration.read(EXAMPLES.resolve("kiosk.toml"));
    assertEquals("k1", configuration.kiosk().id());
    assertEquals(Mode.PRODUCTION, configuration.kiosk().mode());
    assertEquals("貸出図書館", configuration.library().name());
    assertEquals(SessionRules.standard(), configuration.session());
    assertEquals(CheckDigit.M10W21_SPLIT, configuration.barcode().item().checkDigit());
    assertEquals(Duration.ofHours(24), configuration.resolver().cache());
    assertEquals(List.of(), configuration.trust().testPolicies());
    assertEquals(Duration.ofMillis(1500), configuration.central().lookupBudget());
  }

  @Test
  void readsTestExample() throws ConfigurationException {
    Configuration configuration = Configuration.read(EXAMPLES.resolve("kiosk-test.toml"));
    assertEquals(Mode.TEST, configuration.kiosk().mode());
    assertEquals(ReaderSettings.Driver.SIMULATED, configuration.reader().driver());
  }

  @Test
  void refusesEverySimulatorAndTestPolicyInProduction() throws IOException {
    String production = example("kiosk-test.toml").replace("mode = \"test\"", "");
    assertEquals(
        List.of(
            "reader.driver",
            "scanner.driver",
            "printer.driver",
            "signal.driver",
            "resolver.driver",
            "trust.test_policies"),
        mistakes(production).stream().map(Mistake::key).toList());
  }

  /** Each record component is a key, and each key is a component: nothing is read in vain. */
  @Test
  void knowsExactlyTheSettingsThatTheRecordsHold() {
    assertEquals(
        leaves(Configuration.class, "")
            // The words of the screens are no settings: their keys are in the bundles.
            .filter(leaf -> !leaf.startsWith("words."))
            .sorted()
            .toList(),
        Configuration.settings().stream().map(Setting::key).sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("org.kashidashi.kiosk.config.SampleValues#rows")
  void usesOtherValueOfSetting(SampleValues.Row row) throws Exception {
    Configuration usual = read(SampleValues.file(SampleValues.usualValues()));
    Configuration changed = read(SampleValues.file(row.withOther()));
    assertEquals(row.other().equals(row.usual()), usual.equals(changed));
  }

  @ParameterizedTest
  @MethodSource("org.kashidashi.kiosk.config.SampleValues#rows")
  void refusesBadValuesOfSettingWithLineAndRemedy(SampleValues.Row row) throws IOException {
    for (String bad : row.bad()) {
      String text = SampleValues.file(row.with(bad));
      List<Mistake> mistakes = mistakes(text);
      assertEquals(1, mistakes.size(), () -> bad + " gives " + mistakes);
      Mistake mistake = mistakes.getFirst();
      assertEquals(row.key(), mistake.key());
      assertEquals(SampleValues.line(text, row.key()), mistake.line(), mistake::toString);
      assertFalse(english(mistake.remedy()).isBlank());
    }
  }

  @Test
  void hasSampleValuesForEverySetting() {
    assertEquals(
        Configuration.settings().stream().map(Setting::key).toList(),
        SampleValues.rows().map(SampleValues.Row::key).toList());
  }

  @Test
  void namesEverySettingThatIsMissing() throws IOException {
    List<String> required = Configuration.settings().stream()
        .filter(setting -> setting.presence() instanceof Setting.Presence.Required<?>)
        .map(Setting::key)
        .sorted()
        .toList();
    List<Mistake> mistakes = mistakes("");
    assertTrue(mistakes.stream().map(Mistake::key).toList().containsAll(required));
    assertTrue(mistakes.stream().allMatch(mistake -> mistake.line() == 0));
  }

  @Test
  void tellsAllMistakesAtOnceInTheOrderOfTheFile() throws IOException {
    String text = example("kiosk.toml")
        .replace("id = \"k1\"", "id = \"K 1\"")
        .replace("idle = \"60 s\"", "idle = \"1 s\"\nidel = \"60 s\"")
        .replace("baud = 9600", "baud = 1")
        .replace("[signal]", "[signals]");
    List<Mistake> mistakes = mistakes(text);
    assertEquals(
        List.of("kiosk.id", "session.idle", "session.idel", "scanner.baud", "signals"),
        mistakes.stream().map(Mistake::key).toList());
    assertEquals(
        "line 5: kiosk.id: \"K 1\" does not fit; give 1 to 32 of a-z, 0-9 and hyphen",
        mistakes.getFirst().toString());
    assertEquals(
        "remove it, or take one of [session.offers], card_lift, error_slips, finished, idle, items_maximum, warning",
        english(mistakes.get(2).remedy()).replace(", [session]", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kiosk = 3",
        "[[kiosk]]\nid = \"k1\"",
        "kiosk = [1, 2]",
        "stray = 1",
        "[kiosk.id]\nx = 1",
        "[barcode]\nitem = 1",
        "\"\\u001b[2J\" = 1"
      })
  void refusesWrongStructure(String text) throws IOException {
    List<Mistake> mistakes = mistakes(text);
    assertTrue(mistakes.stream().anyMatch(mistake -> mistake.line() > 0), mistakes::toString);
    assertTrue(mistakes.stream().noneMatch(mistake -> mistake.toString().contains("\u001b")));
  }

  @Test
  void tellsMistakeInTomlWithoutInventingMissingSettings() throws IOException {
    List<Mistake> mistakes = mistakes(example("kiosk.toml").replace("id = \"k1\"", "id = k1"));
    assertEquals(1, mistakes.size(), mistakes::toString);
    assertEquals(5, mistakes.getFirst().line());
  }

  @Test
  void refusesItemsThatLookLikeLibraryCards() throws IOException {
    String text = example("kiosk.toml")
        .replace("prefix = \"2\"", "prefix = \"\"")
        .replace("check_digit = \"m10w21_split\"", "check_digit = \"none\"");
    List<Mistake> mistakes = mistakes(text);
    assertEquals("barcode.library_card.prefix", mistakes.getFirst().key());
  }

  @Test
  void refusesSerialScannerWithoutPath() throws IOException {
    String text =
        example("kiosk.toml").replace("path = \"/dev/serial/by-id/usb-scanner\"", "path = \"\"");
    assertEquals(
        List.of("scanner.path"), mistakes(text).stream().map(Mistake::key).toList());
  }

  @Test
  void refusesFrameBufferOnWhichNobodyCanPressAnything() throws IOException {
    String text =
        example("kiosk.toml").replace("[touch]\ndriver = \"evdev\"", "[touch]\ndriver = \"none\"");
    assertEquals(
        List.of("touch.driver"), mistakes(text).stream().map(Mistake::key).toList());
  }

  @Test
  void guardsAgainstUnknownKeyboardsOnFrameBufferUnlessToldOtherwise() throws Exception {
    String appliance = example("kiosk.toml");
    assertFalse(appliance.contains("guard = "));
    assertTrue(read(appliance).keyboards().guard());
    assertFalse(read(appliance + "\n[keyboards]\nguard = false\n").keyboards().guard());
  }

  @Test
  void leavesKeyboardsAloneOnTerminalUnlessToldOtherwise() throws Exception {
    String terminal = example("kiosk-test.toml");
    assertEquals(DisplaySettings.Driver.TERMINAL, read(terminal).display().driver());
    assertFalse(read(terminal).keyboards().guard());
    assertTrue(read(terminal + "\n[keyboards]\nguard = true\n").keyboards().guard());
  }

  @Test
  void refusesBellOfTerminalOnFrameBuffer() throws IOException {
    String text = example("kiosk.toml")
        .replace("[signal]\ndriver = \"none\"", "[signal]\ndriver = \"terminal\"");
    assertEquals(
        List.of("signal.driver"), mistakes(text).stream().map(Mistake::key).toList());
  }

  @Test
  void refusesToOfferSpeechWithoutVoice() throws Exception {
    String offering = example("kiosk.toml") + "\n[session.offers]\nservices = [\"speech\"]\n";
    assertEquals(
        List.of("speech.driver"), mistakes(offering).stream().map(Mistake::key).toList());
    assertEquals(
        SpeechSettings.Driver.ENGINE,
        read(offering + "[speech]\ndriver = \"engine\"\n").speech().driver());
  }

  @Test
  void refusesOversizedFile() throws IOException {
    List<Mistake> mistakes = mistakes("#".repeat(256 * 1024 + 1));
    assertTrue(english(mistakes.getFirst().problem()).contains("longer"));
  }

  @Test
  void refusesFileThatIsNotUtf8() throws IOException {
    Path file = Files.write(folder.resolve("kiosk.toml"), new byte[] {(byte) 0x82, (byte) 0xA0});
    ConfigurationException refused =
        assertThrows(ConfigurationException.class, () -> Configuration.read(file));
    assertTrue(english(refused.mistakes().getFirst().problem()).contains("UTF-8"));
  }

  @Test
  void refusesMissingFile() {
    ConfigurationException refused = assertThrows(
        ConfigurationException.class, () -> Configuration.read(folder.resolve("none.toml")));
    assertTrue(english(refused.mistakes().getFirst().problem()).contains("cannot be read"));
  }

  @Test
  void refusesDeepNesting() throws IOException {
    assertFalse(mistakes("a = " + "[".repeat(30_000)).isEmpty());
  }

  /** Whatever the file says, the answer is a configuration or a list of mistakes. */
  @Test
  void neverThrowsAnythingElseForChangedFiles() throws IOException {
    Random random = new Random(20261120);
    byte[] usual = example("kiosk.toml").getBytes(StandardCharsets.UTF_8);
    String signs = "[]{}=\"'#\\.,-+_ \n\t0129ez\u0000é本";
    for (int round = 0; round < 1500; round++) {
      StringBuilder text = new StringBuilder(new String(usual, StandardCharsets.UTF_8));
      for (int change = random.nextInt(4); change >= 0; change--) {
        int place = random.nextInt(text.length());
        char sign = signs.charAt(random.nextInt(signs.length()));
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(place, sign);
          case 1 -> text.insert(place, sign);
          default -> text.delete(place, Math.min(text.length(), place + random.nextInt(9)));
        }
      }
      Files.writeString(folder.resolve("kiosk.toml"), text);
      try {
        Configuration.read(folder.resolve("kiosk.toml"));
      } catch (ConfigurationException refused) {
        assertFalse(refused.mistakes().isEmpty());
      }
    }
  }

  @Test
  void takesFromOtherFilesWhatItDoesNotSayItself() throws Exception {
    Files.writeString(folder.resolve("library.toml"), """
        [library]
        name = "県立図書館"
        counter = "総合案内"
        [look]
        title = "#550022"
        [words.ja]
        "idle.invite" = "借りるかたは「開始」を\\n押してください"
        "idle.cards" = "いつでもどうぞ"
        """);
    Files.writeString(folder.resolve("site.toml"), """
        [library]
        counter = "2階カウンター"
        [words.ja]
        "idle.cards" = "2階でどうぞ"
        """);
    Configuration configuration = read("inherit = ['library.toml', 'site.toml']\n"
        + example("kiosk-test.toml").replaceAll("(?m)^(name|counter) = .*$", ""));
    assertEquals("県立図書館", configuration.library().name());
    assertEquals("2階カウンター", configuration.library().counter());
    assertEquals(0x550022, configuration.look().title());
    Texts texts = Catalogue.with(configuration.words(), Places.unnamed()).of(Language.JAPANESE);
    assertEquals("借りるかたは「開始」を\n押してください", texts.of(Message.IDLE_INVITE));
    assertEquals("2階でどうぞ", texts.of(Message.IDLE_CARDS));
    assertEquals("開始", texts.label(Choice.START));
  }

  @Test
  void namesTheFileInWhichSomethingIsWrong() throws Exception {
    Files.writeString(folder.resolve("library.toml"), "[library]\nname = 5\nnick = 'x'\n");
    List<Mistake> mistakes = mistakes("inherit = ['library.toml']\n"
        + example("kiosk-test.toml").replaceAll("(?m)^name = .*$", ""));
    assertEquals(
        List.of("library.name", "library.nick"),
        mistakes.stream().map(Mistake::key).toList());
    assertTrue(mistakes.stream().allMatch(mistake -> mistake.file().endsWith("library.toml")));
    assertEquals(List.of(2, 3), mistakes.stream().map(Mistake::line).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'library.toml'", "['none.toml']", "[1]", "['a','b','c','d','e']", "[\"\\u0000\"]"
      })
  void refusesToInheritFromWhatIsNotThere(String files) throws IOException {
    assertEquals(
        1, mistakes("inherit = " + files + "\n" + example("kiosk-test.toml")).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[words.xx]\n'idle.invite' = 'a'",
        "[words]\nja = 1",
        "words = 1",
        "[words.ja]\n'idle.nothing' = 'a'",
        "[words.ja]\n'date.day' = 'M'",
        "[words.ja]\n'idle.invite' = ''",
        "[words.ja]\n'idle.invite' = 'a {0}'",
        "[words.ja]\n'idle.invite' = 'a {'",
        "[words.ja]\n'idle.title' = 'a {0,number}'",
        "[words.ja]\n'idle.invite' = \"a\\tb\"",
        "[words.ja]\n'idle.invite' = 3"
      })
  void refusesOddWords(String words) throws IOException {
    List<Mistake> mistakes = mistakes(example("kiosk-test.toml") + "\n" + words + "\n");
    assertEquals(1, mistakes.size(), mistakes::toString);
    assertTrue(mistakes.getFirst().line() > 0, mistakes::toString);
  }

  private static Stream<String> leaves(Class<?> type, String prefix) {
    return Stream.of(type.getRecordComponents()).flatMap(component -> leaf(component, prefix));
  }

  private static Stream<String> leaf(RecordComponent component, String prefix) {
    String key = prefix + component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    return component.getType().isRecord() ? leaves(component.getType(), key + ".") : Stream.of(key);
  }

  private static String example(String name) throws IOException {
    return Files.readString(EXAMPLES.resolve(name));
  }

  private Configuration read(String text) throws IOException, ConfigurationException {
    return Configuration.read(Files.writeString(folder.resolve("kiosk.toml"), text));
  }

  private static String english(Wording wording) {
    return MistakeWords.english().text(wording);
  }

  private List<Mistake> mistakes(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("kiosk.toml"), text);
    return assertThrows(ConfigurationException.class, () -> Configuration.read(file))
        .mistakes();
  }
}
