package org.kashidashi.kiosk.config;

import java.util.List;
import java.util.stream.Stream;
import org.kashidashi.kiosk.config.mistake.Allowed;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;
import org.kashidashi.kiosk.session.Offers;

/**
 * The voice that says what screens show.
 *
 * @param engine the program that speaks, with its arguments
 * @param voices what the engine calls the voice of each language
 * @param speed words a minute
 * @param volume per cent
 * @param kana whether the engine reads kana and no kanji
 * @param device the ALSA device; empty if the engine plays what it says itself
 */
public record SpeechSettings(
    Driver driver,
    List<String> engine,
    SpeechVoices voices,
    int speed,
    int volume,
    boolean kana,
    String device) {
  /** What speaks. */
  public enum Driver {
    NONE,
    ENGINE,
    SIMULATED
  }

  private static final int ARGUMENTS_MAXIMUM = 24;

  static final Setting<Driver> DRIVER = Setting.otherwise(
          "speech.driver",
          Forms.choice(Driver.class),
          Driver.NONE,
          "What speaks. Patrons ask for it with key 8 where `session.offers.services` has `speech`.")
      .onMachine();
  static final Setting<List<String>> ENGINE = Setting.otherwise(
      "speech.engine",
      new ListForm<>(
          Forms.text("\\P{C}{1,200}", Allowed.SHOWN_TEXT.with(1, 200), "-"), ARGUMENTS_MAXIMUM),
      List.of(
          "/usr/bin/espeak-ng",
          "--stdin",
          "--stdout",
          "-b",
          "1",
          "-v",
          "{voice}",
          "-s",
          "{speed}",
          "-a",
          "{volume}"),
      "The program that speaks, by its absolute path, with its arguments; it reads the text from"
          + " its standard input and writes a WAV file to its standard output. `{voice}`,"
          + " `{speed}` and `{volume}` (0 to 200) are filled in.");
  private static final Setting<Integer> SPEED = Setting.otherwise(
          "speech.speed", new WholeForm(80, 300), 160, "How fast it speaks, in words a minute.")
      .onMachine();
  private static final Setting<Integer> VOLUME = Setting.otherwise(
          "speech.volume", new WholeForm(1, 100), 50, "How loud it speaks, in per cent.")
      .onMachine();
  private static final Setting<Boolean> KANA = Setting.otherwise(
          "speech.kana",
          new FlagForm(),
          true,
          "Whether the engine reads kana alone, as espeak-ng does: kanji, as in titles, are left out"
              + " then.")
      .onMachine();
  private static final Setting<String> DEVICE = Setting.otherwise(
          "speech.device",
          SignalSettings.ALSA_OR_NONE,
          "default",
          "The ALSA device that the voice is heard from, as `aplay -L` lists them; empty if the engine"
              + " plays what it says itself.")
      .onMachineAsSoundCard();
  static final List<Setting<?>> SETTINGS = Stream.concat(
          Stream.of(DRIVER, ENGINE, SPEED, VOLUME, KANA, DEVICE), SpeechVoices.SETTINGS.stream())
      .<Setting<?>>map(each -> each)
      .toList();

  public SpeechSettings {
    engine = List.copyOf(engine);
  }

  static SpeechSettings read(Values values) {
    List<String> engine = values.get(ENGINE);
    if (values.fit(ENGINE) && (engine.isEmpty() || !engine.getFirst().startsWith("/"))) {
      values.add(ENGINE, Problem.NO_PROGRAM.with(), Remedy.ABSOLUTE_PROGRAM.with());
    }
    return new SpeechSettings(
        values.get(DRIVER),
        engine,
        SpeechVoices.read(values),
        values.get(SPEED),
        values.get(VOLUME),
        values.get(KANA),
        values.get(DEVICE));
  }

  /** Nobody is offered a voice that is not there. */
  static void check(Configuration configuration, Values values) {
    boolean offered = configuration.session().offers().has(Offers.Service.SPEECH);
    if (offered && configuration.speech().driver() == Driver.NONE && values.fit(DRIVER)) {
      values.add(DRIVER, Problem.NO_VOICE.with(), Remedy.SET_VOICE.with());
    }
  }
}
