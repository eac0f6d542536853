package org.kashidashi.hal.driver.evdev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputRuleTest {
  private static final DeviceDescription SCANNER =
      new DeviceDescription("Honeywell 1450g", new ProductId(0x0c2e, 0x0b6a), Set.of(), Set.of());
  private static final List<String> PATHS =
      List.of("/dev/input/event4", "/dev/input/by-id/usb-Honeywell_1450g-event-kbd");

  @ParameterizedTest
  @CsvSource({
    "Honeywell*, *, *, true",
    "*14*g, *, *, true",
    "honeywell*, *, *, false",
    "Honeywell, *, *, false",
    "*, 0c2e:0b6a, *, true",
    "*, 0C2E:*, *, true",
    "*, *:0b6b, *, false",
    "'', 0c2e:*, '', true",
    "*, *, /dev/input/event4, true",
    "*, *, /dev/input/by-id/*-event-kbd, true",
    "*, *, /dev/input/event, false",
    "Honeywell*, 0c2e:0b6a, /dev/input/by-path/*, false",
    "Honeywell*, 0c2e:0b6a, */event4, true",
    "[Hh]oneywell*, *, *, false",
  })
  void fitsWhenAllThatIsGivenFits(String name, String product, String path, boolean fits) {
    assertEquals(fits, new InputRule(name, product, path).fits(SCANNER, PATHS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0c2e", "0c2e:", "c2e:0206", "0c2e:0206:1", "0x0c2e:0x0206", "zzzz:0000"})
  void refusesProductsThatAreNone(String product) {
    assertThrows(IllegalArgumentException.class, () -> InputRule.product(product));
  }

  @Test
  void refusesRuleThatFitsEverything() {
    assertThrows(IllegalArgumentException.class, () -> new InputRule("*", "*", "*"));
    assertThrows(IllegalArgumentException.class, () -> new InputRule("**", "*:*", ""));
  }

  @Test
  void takesNoLongTimeOverManyStars() {
    InputRule rule = InputRule.named("*a".repeat(40) + "*b");
    DeviceDescription device =
        new DeviceDescription("a".repeat(80), new ProductId(1, 1), Set.of(), Set.of());
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertEquals(false, rule.fits(device, List.of())));
  }

  @Test
  void keepsNamesOfDevicesCleanAndShort() {
    DeviceDescription device = new DeviceDescription(
        "\u001b[31m" + "x".repeat(300), new ProductId(1, 2), Set.of(), Set.of());
    assertEquals("?[31m" + "x".repeat(75) + " 0001:0002", device.label());
  }
}
