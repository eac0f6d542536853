package org.kashidashi.hal.driver.gpio;

import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.library.gpiod.internal.GpioDException;
import java.util.Locale;
import org.kashidashi.hal.driver.gpio.GpioSettings.Output;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that can be on or off. Belongs to one thread. */
final class OutputLine {
  private static final Logger LOG = LoggerFactory.getLogger(OutputLine.class);

  private final DigitalOutput output;
  private final GpioLine line;
  private boolean failing;

  private OutputLine(DigitalOutput output, GpioLine line) {
    this.output = output;
    this.line = line;
  }

  static OutputLine open(Context context, Output output, GpioLine line) {
    DigitalState off = state(line, false);
    return new OutputLine(
        context.create(DigitalOutput.newConfigBuilder(context)
            .id(id(output))
            .address(line.bcm())
            .initial(off)
            .shutdown(off)
            .build()),
        line);
  }

  static String id(Output output) {
    return output.name().toLowerCase(Locale.ROOT);
  }

  /** A line that fails is told of once, and once when it works again: nothing depends on it. */
  void set(boolean on) {
    try {
      output.state(state(line, on));
      if (failing) {
        LOG.info("GPIO line BCM {} works again", line.bcm());
      }
      failing = false;
    } catch (Pi4JException | GpioDException e) {
      if (!failing) {
        LOG.warn("GPIO line BCM {} cannot be set: {}", line.bcm(), e.getMessage());
      }
      failing = true;
    }
  }

  private static DigitalState state(GpioLine line, boolean on) {
    return on == (line.active() == GpioLine.Active.HIGH) ? DigitalState.HIGH : DigitalState.LOW;
  }
}
