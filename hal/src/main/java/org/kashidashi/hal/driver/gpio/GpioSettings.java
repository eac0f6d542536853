package org.kashidashi.hal.driver.gpio;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is wired to which line; what is not named is not there.
 *
 * @param debounce how long a switch must rest before it is believed, 1 to 500 ms
 */
public record GpioSettings(
    Map<Output, GpioLine> outputs, Map<Input, GpioLine> inputs, Duration debounce) {
  /** Longer than the contacts of a push button bounce, shorter than anybody presses one. */
  public static final Duration USUAL_DEBOUNCE = Duration.ofMillis(30);

  /** What the kiosk can switch. */
  public enum Output {
    LAMP_READY,
    LAMP_READING,
    LAMP_ATTENTION,
    /** An active one, which sounds by itself while it is on. */
    BUZZER
  }

  /** What the kiosk can feel. */
  public enum Input {
    /** Active while the door is shut, so that a cut wire is told as an open door. */
    DOOR_SHUT,
    /** Active while somebody presses it. */
    STAFF_CALL
  }

  public GpioSettings {
    outputs = Map.copyOf(outputs);
    inputs = Map.copyOf(inputs);
    Set<Integer> taken = new HashSet<>();
    Stream.concat(outputs.values().stream(), inputs.values().stream()).forEach(line -> {
      if (!taken.add(line.bcm())) {
        throw new IllegalArgumentException(
            "GPIO line BCM %d is named twice, wire each to one thing".formatted(line.bcm()));
      }
    });
    if (debounce.toMillis() < 1 || debounce.toMillis() > 500) {
      throw new IllegalArgumentException(
          "debounce of %d ms, need 1 to 500".formatted(debounce.toMillis()));
    }
  }
}
