package org.kashidashi.hal.driver.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.library.gpiod.internal.GpioDException;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.kashidashi.hal.driver.gpio.GpioSettings.Input;
import org.kashidashi.hal.driver.gpio.GpioSettings.Output;
import org.kashidashi.hal.input.Switches;
import org.kashidashi.hal.signal.Signal;

/**
 * The GPIO lines of this machine, opened once for all that is wired to them. Whoever opens it
 * closes it, after the signal and the switches.
 */
public final class GpioLines implements AutoCloseable {
  private static final Path DEVICES = Path.of("/dev");

  private final Context context;
  private final GpioSignal signal;
  private final GpioSwitches switches;

  private GpioLines(Context context, GpioSignal signal, GpioSwitches switches) {
    this.context = context;
    this.signal = signal;
    this.switches = switches;
  }

  /**
   * Takes the lines; they are free for other programs again once closed.
   *
   * @throws GpioUnavailableException if this machine has none, or does not let us
   */
  public static GpioLines open(GpioSettings settings) throws GpioUnavailableException {
    requireChip(System.getProperty("os.arch"), DEVICES);
    return of(chip(), settings, GpioSignal.PULSE);
  }

  /** The lines of a context of Pi4J, which belongs to them from now on. */
  static GpioLines of(Context context, GpioSettings settings, Duration pulse)
      throws GpioUnavailableException {
    try {
      Map<Output, OutputLine> outputs = new EnumMap<>(Output.class);
      settings
          .outputs()
          .forEach((output, line) -> outputs.put(output, OutputLine.open(context, output, line)));
      Map<Input, InputLine> inputs = new EnumMap<>(Input.class);
      settings
          .inputs()
          .forEach((input, line) -> inputs.put(input, InputLine.open(context, input, line)));
      return new GpioLines(
          context, new GpioSignal(outputs, pulse), new GpioSwitches(inputs, settings.debounce()));
    } catch (Pi4JException | GpioDException | IllegalStateException e) {
      context.shutdown();
      throw new GpioUnavailableException(
          "a GPIO line cannot be taken, see whether another program or a device tree overlay"
              + " holds it: " + e.getMessage(),
          e);
    }
  }

  /** Before the library is asked: it would say less, and look for native code that is not there. */
  static void requireChip(String architecture, Path devices) throws GpioUnavailableException {
    if (!architecture.equals("aarch64")) {
      throw new GpioUnavailableException(
          "this machine (%s) has no GPIO that we can drive, leave gpio out of the settings"
              .formatted(architecture));
    }
    try (DirectoryStream<Path> chips = Files.newDirectoryStream(devices, "gpiochip*")) {
      boolean any = false;
      for (Path chip : chips) {
        any = true;
        if (Files.isReadable(chip) && Files.isWritable(chip)) {
          return;
        }
      }
      throw new GpioUnavailableException(
          any
              ? "no /dev/gpiochip may be used, add the service's user to the group gpio"
              : "there is no /dev/gpiochip, this board or its kernel has no GPIO");
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the folder of devices is always there
    }
  }

  private static Context chip() throws GpioUnavailableException {
    try {
      return Pi4J.newContextBuilder()
          .add(GpioDDigitalOutputProvider.newInstance(), GpioDDigitalInputProvider.newInstance())
          .disableShutdownHook()
          .build();
    } catch (Pi4JException | GpioDException | IllegalStateException | UnsatisfiedLinkError e) {
      throw new GpioUnavailableException(
          "the GPIO chip cannot be used, check that pi4j.library.path names the folder of"
              + " libpi4j-gpiod.so and that this is a Raspberry Pi: " + e.getMessage(),
          e);
    }
  }

  /** The lamps and the buzzer: the same each time. */
  public Signal signal() {
    return signal;
  }

  /** The button and the door: the same each time. */
  public Switches switches() {
    return switches;
  }

  @Override
  public void close() {
    signal.close();
    switches.close();
    context.shutdown();
  }
}
