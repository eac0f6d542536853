package org.kashidashi.kiosk.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.kiosk.config.mistake.Mistake;

/** What a self-checkout and a desk must not have in common. */
final class RoleRulesTest {
  private static final Path EXAMPLES = Path.of("..", "packaging", "examples");
  private static final String DESK = "role = \"counter\"\n";

  @TempDir
  Path folder;

  @Test
  void readsDeskWithPanelOfItsOwn() throws Exception {
    Configuration desk = Configuration.read(write(production(DESK)));
    assertEquals(Role.COUNTER, desk.kiosk().role());
    assertEquals(CounterSettings.Language.JAPANESE, desk.counter().language());
  }

  @Test
  void refusesSettingsOfDeskAtSelfCheckout() throws IOException {
    assertEquals(
        List.of("counter.idle"), mistakes(production("") + "\n[counter]\nidle = \"6 min\"\n"));
  }

  @Test
  void refusesServicesAndHelpOfSelfCheckoutAtDesk() throws IOException {
    assertEquals(
        List.of("session.offers.services", "session.offers.help"),
        mistakes(production(DESK)
            + "\n[session.offers]\nservices = [\"practice\"]\nhelp = [\"lost\"]\n"));
  }

  @Test
  void sharesWhatDeskInheritsWithSelfCheckouts() throws Exception {
    Files.writeString(
        folder.resolve("library.toml"), "[session.offers]\nservices = [\"practice\"]\n");
    Configuration desk =
        Configuration.read(write("inherit = [\"library.toml\"]\n" + production(DESK)));
    assertEquals(Role.COUNTER, desk.kiosk().role());
  }

  @Test
  void refusesPinsInTheTerminalOfStaffInProduction() throws IOException {
    String terminal = production(DESK).replace("driver = \"framebuffer\"", "driver = \"terminal\"");
    assertEquals(List.of("display.driver"), mistakes(terminal));
  }

  @Test
  void refusesScannerThatTypesIntoTerminalOfStaffWhereThereIsNone() throws IOException {
    String typing = "driver = \"terminal\"";
    assertEquals(
        List.of("scanner.driver"), mistakes(production("").replace("driver = \"serial\"", typing)));
    assertEquals(
        ScannerSettings.Driver.TERMINAL,
        scanner(production(DESK).replace("driver = \"serial\"", typing)));
  }

  private ScannerSettings.Driver scanner(String text) throws IOException {
    try {
      return Configuration.read(write(text)).scanner().driver();
    } catch (ConfigurationException e) {
      throw new AssertionError(e);
    }
  }

  private static String production(String more) throws IOException {
    return Files.readString(EXAMPLES.resolve("kiosk.toml"))
        .replace("[kiosk]\n", "[kiosk]\n" + more);
  }

  private List<String> mistakes(String text) throws IOException {
    Path file = write(text);
    return assertThrows(ConfigurationException.class, () -> Configuration.read(file))
        .mistakes()
        .stream()
        .map(Mistake::key)
        .toList();
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("kiosk.toml"), text);
  }
}
