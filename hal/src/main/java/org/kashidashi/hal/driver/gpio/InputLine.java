package org.kashidashi.hal.driver.gpio;

import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.library.gpiod.internal.GpioDException;
import java.util.Locale;
import org.kashidashi.hal.driver.gpio.GpioLine.Active;
import org.kashidashi.hal.driver.gpio.GpioSettings.Input;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A contact that can be felt. Belongs to one thread, except that its listener runs in Pi4J's. */
final class InputLine {
  private static final Logger LOG = LoggerFactory.getLogger(InputLine.class);

  private final DigitalInput input;
  private final GpioLine line;
  private boolean failing;

  private InputLine(DigitalInput input, GpioLine line) {
    this.input = input;
    this.line = line;
  }

  /** Bounces are dealt with above: here every change counts. */
  static InputLine open(Context context, Input input, GpioLine line) {
    return new InputLine(
        context.create(DigitalInput.newConfigBuilder(context)
            .id(id(input))
            .address(line.bcm())
            .pull(line.active() == Active.LOW ? PullResistance.PULL_UP : PullResistance.PULL_DOWN)
            .debounce(0L)
            .build()),
        line);
  }

  static String id(Input input) {
    return input.name().toLowerCase(Locale.ROOT);
  }

  void onChange(Runnable listener) {
    input.addListener(_ -> listener.run());
  }

  /** Whether it is active now, or what was thought before where that cannot be read. */
  boolean isActive(boolean before) {
    try {
      DigitalState active = line.active() == Active.HIGH ? DigitalState.HIGH : DigitalState.LOW;
      boolean isActive = input.state() == active;
      failing = false;
      return isActive;
    } catch (Pi4JException | GpioDException e) {
      if (!failing) {
        LOG.warn("GPIO line BCM {} cannot be read: {}", line.bcm(), e.getMessage());
      }
      failing = true;
      return before;
    }
  }
}
