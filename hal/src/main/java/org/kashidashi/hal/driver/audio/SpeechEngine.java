package org.kashidashi.hal.driver.audio;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which programs speak.
 *
 * @param command the engine with its arguments, which reads a text in UTF-8 from its standard input;
 *     {voice}, {speed} and {volume} are filled in
 * @param voices the engine's name of a voice, by language tag; other languages are not said
 * @param wordsAMinute how fast, 80 to 300
 * @param volume 1 to 100 per cent
 * @param kana whether the engine can read kana alone: other Japanese signs are left out
 * @param player plays the sound that the engine writes; empty if the engine plays it itself
 * @param limit after which a phrase is given up
 */
public record SpeechEngine(
    List<String> command,
    Map<String, String> voices,
    int wordsAMinute,
    int volume,
    boolean kana,
    List<String> player,
    Duration limit) {
  /** Longer than the longest utterance takes to be said slowly. */
  public static final Duration USUAL_LIMIT = Duration.ofMinutes(5);

  /** An amplitude of 100 is the usual one of espeak-ng, and 200 its greatest. */
  private static final int AMPLITUDE_PER_CENT = 2;

  private static final String JAPANESE = "ja";

  /** What espeak-ng 1.51 calls "Chinese letter", one by one. */
  private static final String UNREADABLE = "[\\p{IsHan}]+";

  public SpeechEngine {
    command = List.copyOf(command);
    voices = Map.copyOf(voices);
    player = List.copyOf(player);
    if (command.isEmpty()) {
      throw new IllegalArgumentException("no speech engine, name a program");
    }
    check("speed", wordsAMinute, 80, 300);
    check("volume", volume, 1, 100);
  }

  /** The programs that say a text of this language; empty if the engine has no voice for it. */
  Optional<List<List<String>>> commands(String language) {
    return Optional.ofNullable(voices.get(language)).map(voice -> {
      List<String> filled = command.stream()
          .map(part -> part.replace("{voice}", voice)
              .replace("{speed}", Integer.toString(wordsAMinute))
              .replace("{volume}", Integer.toString(volume * AMPLITUDE_PER_CENT)))
          .toList();
      return player.isEmpty() ? List.of(filled) : List.of(filled, player);
    });
  }

  /** The text as the engine can read it; may be blank. */
  String readable(String text, String language) {
    boolean japanese = language.equals(JAPANESE) || language.startsWith(JAPANESE + "-");
    return japanese && kana ? text.replaceAll(UNREADABLE, " ").strip() : text;
  }

  private static void check(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s of %d, need %d to %d".formatted(what, value, least, most));
    }
  }
}
