package org.kashidashi.kiosk.config;

import java.util.List;
import org.kashidashi.kiosk.config.mistake.Allowed;

/**
 * Tones and lamps.
 *
 * @param device the ALSA device of tones from the sound card
 * @param volume of these, per cent
 */
public record SignalSettings(Driver driver, String device, int volume) {
  /** What drives them. */
  public enum Driver {
    NONE,
    TERMINAL,
    GPIO,
    AUDIO,
    SIMULATED
  }

  static final Setting<Driver> DRIVER = Setting.otherwise(
          "signal.driver",
          Forms.choice(Driver.class),
          Driver.NONE,
          "What drives tones and lamps; `gpio` takes the lines of [gpio], `audio` plays tones through the sound card and takes the lamps of [gpio], `terminal` is the bell of the panel's terminal, one tone for all,"
              + " and no lamps.")
      .onMachine();
  private static final String DEVICE_NAME = "[A-Za-z0-9_:=,.-]";
  static final Form<String> ALSA_OR_NONE =
      Forms.text(DEVICE_NAME + "{0,64}", Allowed.SOUND_CARD_OR_NONE.with(), "default");
  private static final Setting<String> DEVICE = Setting.otherwise(
          "signal.device",
          Forms.text(DEVICE_NAME + "{1,64}", Allowed.SOUND_CARD.with(), "default"),
          "default",
          "The ALSA device of the driver `audio`, as `aplay -L` lists them.")
      .onMachineAsSoundCard();
  private static final Setting<Integer> VOLUME = Setting.otherwise(
          "signal.volume",
          new WholeForm(1, 100),
          50,
          "How loud the tones of the driver `audio` are, in per cent of what the sound card is set to;"
              + " not above 70 dB in front of the machine.")
      .onMachine();
  static final List<Setting<?>> SETTINGS = List.of(DRIVER, DEVICE, VOLUME);

  static SignalSettings read(Values values) {
    return new SignalSettings(values.get(DRIVER), values.get(DEVICE), values.get(VOLUME));
  }
}
