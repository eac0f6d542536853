package org.kashidashi.hal.driver.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import java.time.Duration;
import org.kashidashi.hal.driver.gpio.GpioSettings.Input;
import org.kashidashi.hal.driver.gpio.GpioSettings.Output;

/**
 * The pins of a board that Pi4J makes up. All inputs are low at first, whatever the pull: low is
 * how a test has to wire what is to be at rest.
 */
final class MockHeader implements AutoCloseable {
  private final Context context = Pi4J.newContextBuilder()
      .add(MockDigitalOutputProvider.newInstance(), MockDigitalInputProvider.newInstance())
      .disableShutdownHook()
      .build();
  private final GpioLines lines;

  MockHeader(GpioSettings settings, Duration pulse) {
    try {
      this.lines = GpioLines.of(context, settings, pulse);
    } catch (GpioUnavailableException e) {
      throw new IllegalStateException(e);
    }
  }

  GpioLines lines() {
    return lines;
  }

  DigitalOutput output(Output output) {
    return context.registry().get(OutputLine.id(output), DigitalOutput.class);
  }

  void set(Input input, DigitalState state) {
    MockDigitalInput contact = context.registry().get(InputLine.id(input), MockDigitalInput.class);
    contact.mockState(state);
  }

  @Override
  public void close() {
    lines.close();
  }
}
