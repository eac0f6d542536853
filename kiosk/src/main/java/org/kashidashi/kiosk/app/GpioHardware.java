package org.kashidashi.kiosk.app;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.kashidashi.hal.driver.gpio.GpioLine;
import org.kashidashi.hal.driver.gpio.GpioLines;
import org.kashidashi.hal.driver.gpio.GpioSettings;
import org.kashidashi.hal.driver.gpio.GpioUnavailableException;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.config.GpioWiring;
import org.kashidashi.kiosk.config.SignalSettings;
import org.kashidashi.kiosk.config.SwitchesSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens what a configuration says is wired to GPIO lines. */
final class GpioHardware {
  private static final Logger LOG = LoggerFactory.getLogger(GpioHardware.class);

  private GpioHardware() {}

  /** Lamps and switches are no reason not to lend: without them the kiosk goes on. */
  static Optional<GpioLines> open(Configuration configuration) {
    GpioWiring wiring = configuration.gpio();
    Map<GpioSettings.Output, GpioLine> outputs = new EnumMap<>(GpioSettings.Output.class);
    Map<GpioSettings.Input, GpioLine> inputs = new EnumMap<>(GpioSettings.Input.class);
    SignalSettings.Driver signal = configuration.signal().driver();
    if (signal == SignalSettings.Driver.GPIO || signal == SignalSettings.Driver.AUDIO) {
      put(outputs, GpioSettings.Output.LAMP_READY, wiring.lampReady(), wiring.outputs());
      put(outputs, GpioSettings.Output.LAMP_READING, wiring.lampReading(), wiring.outputs());
      put(outputs, GpioSettings.Output.LAMP_ATTENTION, wiring.lampAttention(), wiring.outputs());
    }
    if (signal == SignalSettings.Driver.GPIO) {
      put(outputs, GpioSettings.Output.BUZZER, wiring.buzzer(), wiring.outputs());
    }
    if (configuration.switches().driver() == SwitchesSettings.Driver.GPIO) {
      put(inputs, GpioSettings.Input.DOOR_SHUT, wiring.doorShut(), wiring.inputs());
      put(inputs, GpioSettings.Input.STAFF_CALL, wiring.staffCall(), wiring.inputs());
    }
    if (outputs.isEmpty() && inputs.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          GpioLines.open(new GpioSettings(outputs, inputs, GpioSettings.USUAL_DEBOUNCE)));
    } catch (GpioUnavailableException unavailable) {
      LOG.error("lamps, buzzer and switches do not work", unavailable);
      return Optional.empty();
    }
  }

  private static <L> void put(Map<L, GpioLine> lines, L what, int bcm, GpioWiring.Level level) {
    if (bcm != 0) {
      GpioLine.Active active = switch (level) {
        case HIGH -> GpioLine.Active.HIGH;
        case LOW -> GpioLine.Active.LOW;
      };
      lines.put(what, new GpioLine(bcm, active));
    }
  }
}
