package org.kashidashi.kiosk.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTrialTest {
  private static final Path EXAMPLE = Path.of("..", "packaging", "examples", "kiosk-test.toml");

  @TempDir
  private Path folder;

  private Path file = Path.of("");
  private ChangeFiles files = new ChangeFiles(file);

  @BeforeEach
  void writeFile() throws IOException {
    file = folder.resolve("kiosk.toml");
    String example = Files.readString(EXAMPLE)
        .replaceAll("(?m)^(state_directory|label|clock_battery).*\n", "")
        .replace("[kiosk]", "[kiosk]\nstate_directory = \"" + folder + "/state\"");
    Files.writeString(file, example);
    files = new ChangeFiles(folder.resolve("state/config"));
  }

  @Test
  void keepsChangeWithWhichTheKioskComesUp() throws Exception {
    change("9号機");
    ConfigurationTrial trial = ConfigurationTrial.begin(file);
    assertEquals("9号機", trial.configuration().kiosk().label());
    trial.passed();
    assertEquals(Optional.empty(), files.trial());
    for (int start = 0; start < 5; start++) {
      assertEquals("9号機", label());
    }
  }

  @Test
  void takesChangeBackAfterTwoStartsThatDidNotComeUp() throws Exception {
    change("9号機");
    assertEquals("9号機", label());
    assertEquals("9号機", label());
    assertEquals("1号機", label());
    assertTrue(files.rolledBack());
    assertEquals(Optional.empty(), files.trial());
    assertEquals("1号機", label());
  }

  @Test
  void takesWrongChangeBackAtOnce() throws Exception {
    files.begin("kiosk.label = 7\n");
    assertEquals("1号機", label());
    assertTrue(files.rolledBack());
  }

  @Test
  void forgetsThatAChangeWasTakenBackAtTheNextOne() throws Exception {
    files.begin("kiosk.label = 7\n");
    assertEquals("1号機", label());
    change("9号機");
    assertFalse(files.rolledBack());
  }

  @Test
  void refusesFileThatIsWrongWithoutAnyChange() throws Exception {
    Files.writeString(file, "[kiosk]\nid = \"K 1\"\n");
    assertThrows(ConfigurationException.class, () -> ConfigurationTrial.begin(file));
  }

  @Test
  void refusesDamagedChangesThatHadProvenThemselves() throws Exception {
    change("9号機");
    ConfigurationTrial.begin(file).passed();
    Files.writeString(folder.resolve("state/config/changes.toml"), "kiosk.label = ");
    ConfigurationException refused =
        assertThrows(ConfigurationException.class, () -> ConfigurationTrial.begin(file));
    assertTrue(String.valueOf(refused.getMessage()).contains("changes.toml"));
  }

  /** The power goes off before each of the writes of a change: before, trial, mark, changes. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void servesAfterPowerCutInTheMidstOfAChange(int written) throws Exception {
    Path state = Files.createDirectories(folder.resolve("state/config"));
    Files.writeString(state.resolve("changes.toml"), "kiosk.label = \"8号機\"\n");
    Files.writeString(state.resolve("before.toml"), "kiosk.label = \"8号機\"\n");
    if (written >= 2) {
      Files.writeString(state.resolve("trial"), "2 0");
    }
    if (written >= 3) {
      Files.writeString(state.resolve("changes.toml.new"), "kiosk.lab");
    }
    for (int start = 0; start < 4; start++) {
      assertEquals("8号機", label());
    }
  }

  /** The power goes off after each of the writes of going back: changes, mark, before. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void servesAfterPowerCutInTheMidstOfGoingBack(int written) throws Exception {
    change("9号機");
    Path state = folder.resolve("state/config");
    Files.writeString(state.resolve("trial"), "1 2");
    Files.writeString(state.resolve("changes.toml"), "");
    if (written >= 2) {
      Files.writeString(state.resolve("rolled-back"), "");
    }
    if (written >= 3) {
      Files.delete(state.resolve("before.toml"));
    }
    assertEquals("1号機", label());
    assertEquals(Optional.empty(), files.trial());
    assertEquals("1号機", label());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "1", "1 99999999999", "99999999999 1"})
  void countsFromTheBeginningWhereTheCountIsDamaged(String count) throws Exception {
    change("9号機");
    Files.writeString(folder.resolve("state/config/trial"), count);
    assertEquals("9号機", label());
    assertEquals(Optional.of(new ChangeFiles.Trial(0, 1)), files.trial());
  }

  /** As after a change within the first seconds of a start, or while the old program still stops. */
  @Test
  void doesNotTakeAStartOfBeforeForAProof() throws Exception {
    ConfigurationTrial older = ConfigurationTrial.begin(file);
    change("9号機");
    older.passed();
    assertEquals(Optional.of(new ChangeFiles.Trial(1, 0)), files.trial());
  }

  @Test
  void doesNotTakeAStartWithAnotherChangeForAProof() throws Exception {
    change("8号機");
    ConfigurationTrial older = ConfigurationTrial.begin(file);
    assertTrue(files.back(false));
    change("9号機");
    older.passed();
    assertEquals(Optional.of(new ChangeFiles.Trial(2, 0)), files.trial());
    ConfigurationTrial.begin(file).passed();
    assertEquals(Optional.empty(), files.trial());
  }

  @Test
  void keepsWhatHasProvenItselfWhileAnotherChangeIsOnTrial() throws Exception {
    change("8号機");
    assertThrows(IOException.class, () -> files.begin("kiosk.label = \"9号機\"\n"));
    assertEquals("8号機", label());
    assertEquals("8号機", label());
    assertEquals("1号機", label());
  }

  /** A folder in the place of the file that is to be written: nobody, not even root, can write it. */
  @Test
  void startsWithWhatWasBeforeWhenNothingCanBeCounted() throws Exception {
    change("9号機");
    Path blocked = Files.createDirectories(folder.resolve("state/config/trial.new/full"));
    for (int start = 0; start < 5; start++) {
      ConfigurationTrial uncounted = ConfigurationTrial.begin(file);
      assertEquals("1号機", uncounted.configuration().kiosk().label());
      uncounted.passed();
      assertEquals(Optional.of(new ChangeFiles.Trial(1, 0)), files.trial());
    }
    Files.delete(blocked);
    Files.delete(folder.resolve("state/config/trial.new"));
    assertEquals("9号機", label());
  }

  private void change(String label) throws IOException {
    MachineConfiguration editor = new MachineConfiguration(file);
    assertTrue(editor.set("kiosk.label", label).isEmpty());
    assertTrue(editor.commit().isEmpty());
  }

  private String label() throws ConfigurationException {
    return ConfigurationTrial.begin(file).configuration().kiosk().label();
  }
}
