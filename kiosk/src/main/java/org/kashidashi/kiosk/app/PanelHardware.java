package org.kashidashi.kiosk.app;

import com.googlecode.lanterna.TerminalSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.display.GlassSize;
import org.kashidashi.hal.display.PanelGeometry;
import org.kashidashi.hal.display.Picture;
import org.kashidashi.hal.display.Rotation;
import org.kashidashi.hal.display.TextSize;
import org.kashidashi.hal.driver.evdev.AxisRange;
import org.kashidashi.hal.driver.evdev.Calibration;
import org.kashidashi.hal.driver.evdev.EvdevGuard;
import org.kashidashi.hal.driver.evdev.EvdevGuardSettings;
import org.kashidashi.hal.driver.evdev.EvdevKeypad;
import org.kashidashi.hal.driver.evdev.EvdevKeypadSettings;
import org.kashidashi.hal.driver.evdev.EvdevTouch;
import org.kashidashi.hal.driver.evdev.EvdevTouchSettings;
import org.kashidashi.hal.driver.evdev.InputDevices;
import org.kashidashi.hal.driver.evdev.InputRule;
import org.kashidashi.hal.driver.evdev.Keymap;
import org.kashidashi.hal.driver.framebuffer.FramebufferDisplay;
import org.kashidashi.hal.driver.framebuffer.FramebufferSettings;
import org.kashidashi.hal.driver.terminal.TerminalPanel;
import org.kashidashi.hal.input.InputGuard;
import org.kashidashi.hal.input.NoGuard;
import org.kashidashi.hal.input.PanelInput;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.config.DeviceRule;
import org.kashidashi.kiosk.config.DisplaySettings;
import org.kashidashi.kiosk.config.KeypadSettings;
import org.kashidashi.kiosk.config.ScannerSettings;
import org.kashidashi.kiosk.config.TouchSettings;

/** Opens what a patron looks at and presses, as a configuration names it. */
final class PanelHardware {
  private static final Path SYSFS = Path.of("/sys/class/graphics");

  /** Of a panel of 7 inches. */
  private static final int LEAST_LONG_SIDE = 800;

  private static final int LEAST_SHORT_SIDE = 480;

  private PanelHardware() {}

  static Panel open(Configuration configuration) throws DisplayException {
    DisplaySettings settings = configuration.display();
    return switch (settings.driver()) {
      case TERMINAL -> Panel.of(terminal(settings));
      case FRAMEBUFFER -> framebuffer(configuration);
    };
  }

  /** Every keyboard that no section names is a stranger. */
  static InputGuard guard(Configuration configuration) {
    if (!configuration.keyboards().guard()) {
      return new NoGuard();
    }
    List<InputRule> used = Stream.of(
            touch(configuration), keypad(configuration), scanner(configuration))
        .flatMap(Optional::stream)
        .toList();
    List<InputRule> expected =
        configuration.keyboards().expected().stream().map(InputRule::product).toList();
    return new EvdevGuard(new EvdevGuardSettings(used, expected), InputDevices.ofKernel());
  }

  static InputRule rule(DeviceRule device) {
    return new InputRule(device.name(), device.product(), device.path());
  }

  static Keymap keymap(org.kashidashi.kiosk.config.Keymap keymap) {
    return switch (keymap) {
      case US -> Keymap.US;
      case JP -> Keymap.JP;
    };
  }

  private static TerminalPanel terminal(DisplaySettings settings) throws DisplayException {
    TerminalSize size = new TerminalSize(settings.columns(), settings.rows());
    return settings.tty().isPresent()
        ? TerminalPanel.onDevice(settings.tty().get(), size)
        : TerminalPanel.onStandardStreams(size);
  }

  /**
   * What is known of the panel that a configuration names, for whoever checks it.
   *
   * @return one line; empty where there is nothing to know
   * @throws DisplayException if it is too small, or does not say how large it is
   */
  static Optional<String> checked(Configuration configuration) throws DisplayException {
    DisplaySettings settings = configuration.display();
    if (settings.driver() != DisplaySettings.Driver.FRAMEBUFFER) {
      return Optional.empty();
    }
    if (!Files.exists(settings.path())) {
      return Optional.of(
          "panel %s is not on this machine: its size was not checked".formatted(settings.path()));
    }
    PanelGeometry geometry = FramebufferDisplay.measure(settings(settings));
    requireRoom(geometry);
    return Optional.of("panel of %d x %d pixels: %d columns and %d rows"
        .formatted(
            geometry.width(),
            geometry.height(),
            geometry.cells().getColumns(),
            geometry.cells().getRows()));
  }

  private static void requireRoom(PanelGeometry geometry) throws DisplayException {
    int longer = Math.max(geometry.width(), geometry.height());
    int shorter = Math.min(geometry.width(), geometry.height());
    if (longer < LEAST_LONG_SIDE || shorter < LEAST_SHORT_SIDE) {
      throw new DisplayException(
          "panel of %d x %d pixels: letters would be too small to read; use one of %d x %d or more"
              .formatted(geometry.width(), geometry.height(), LEAST_LONG_SIDE, LEAST_SHORT_SIDE));
    }
  }

  private static FramebufferSettings settings(DisplaySettings settings) {
    return new FramebufferSettings(
        settings.path(),
        settings.sysfs().orElseGet(() -> SYSFS.resolve(settings.path().getFileName())),
        rotation(settings.rotation()),
        new GlassSize(settings.widthMm(), settings.heightMm()),
        TextSize::least,
        settings.consoles(),
        FramebufferSettings.Ending.PICTURE_STAYS,
        FontList.debian());
  }

  private static Panel framebuffer(Configuration configuration) throws DisplayException {
    Picture logo = Logo.orNone(configuration);
    FramebufferDisplay display = FramebufferDisplay.open(settings(configuration.display()), logo);
    boolean roomy = false;
    try {
      requireRoom(display.geometry(TextSize.NORMAL));
      roomy = true;
    } finally {
      if (!roomy) {
        display.close();
      }
    }
    return new Panel(
        display,
        inputs(configuration, display.geometry(TextSize.NORMAL)),
        Optional.empty(),
        Optional.of(display::geometry),
        logo);
  }

  private static List<PanelInput> inputs(Configuration configuration, PanelGeometry geometry) {
    List<PanelInput> inputs = new ArrayList<>();
    touch(configuration)
        .map(rule -> touch(rule, configuration.touch(), geometry))
        .ifPresent(inputs::add);
    keypad(configuration).map(rule -> keypad(rule, configuration.keypad())).ifPresent(inputs::add);
    return inputs;
  }

  private static PanelInput touch(InputRule rule, TouchSettings settings, PanelGeometry geometry) {
    EvdevTouchSettings touch = new EvdevTouchSettings(
        rule,
        calibration(settings.calibration()),
        rotation(settings.rotation()),
        AxisRange.UNKNOWN,
        AxisRange.UNKNOWN);
    return new EvdevTouch(touch, geometry, InputDevices.ofKernel());
  }

  private static PanelInput keypad(InputRule rule, KeypadSettings settings) {
    EvdevKeypadSettings.EnterKey enter = switch (settings.enter()) {
      case CONFIRMS -> EvdevKeypadSettings.EnterKey.CONFIRMS;
      case IGNORED -> EvdevKeypadSettings.EnterKey.IGNORED;
    };
    return new EvdevKeypad(
        new EvdevKeypadSettings(rule, keymap(settings.keymap()), enter), InputDevices.ofKernel());
  }

  private static Optional<InputRule> touch(Configuration configuration) {
    return switch (configuration.touch().driver()) {
      case NONE -> Optional.empty();
      case EVDEV -> Optional.of(rule(configuration.touch().device()));
    };
  }

  private static Optional<InputRule> keypad(Configuration configuration) {
    return switch (configuration.keypad().driver()) {
      case NONE -> Optional.empty();
      case EVDEV -> Optional.of(rule(configuration.keypad().device()));
    };
  }

  private static Optional<InputRule> scanner(Configuration configuration) {
    return configuration.scanner().driver() == ScannerSettings.Driver.EVDEV
        ? Optional.of(rule(configuration.scanner().device()))
        : Optional.empty();
  }

  private static Calibration calibration(List<Double> numbers) {
    return numbers.isEmpty()
        ? Calibration.NONE
        : new Calibration(
            numbers.get(0),
            numbers.get(1),
            numbers.get(2),
            numbers.get(3),
            numbers.get(4),
            numbers.get(5));
  }

  private static Rotation rotation(int degrees) {
    return switch (degrees) {
      case 0 -> Rotation.NONE;
      case 90 -> Rotation.CLOCKWISE_90;
      case 180 -> Rotation.CLOCKWISE_180;
      case 270 -> Rotation.CLOCKWISE_270;
      default -> throw new IllegalArgumentException("rotation of %d degrees".formatted(degrees));
    };
  }
}
