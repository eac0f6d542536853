package org.kashidashi.kiosk.config;

import java.util.List;
import java.util.Locale;
import org.kashidashi.kiosk.config.mistake.Allowed;
import org.kashidashi.kiosk.session.Language;

/** What the engine calls the voice of each language. */
public record SpeechVoices(
    String japanese,
    String easyJapanese,
    String english,
    String simplifiedChinese,
    String traditionalChinese,
    String korean,
    String portuguese,
    String vietnamese) {
  private static final Setting<String> JAPANESE = voice(Language.JAPANESE, "ja");
  private static final Setting<String> EASY_JAPANESE = voice(Language.EASY_JAPANESE, "ja");
  private static final Setting<String> ENGLISH = voice(Language.ENGLISH, "en");
  /** In espeak-ng 1.51, whose voice cmn reads Chinese as if it were English. */
  private static final Setting<String> SIMPLIFIED_CHINESE =
      voice(Language.SIMPLIFIED_CHINESE, "cmn-latn-pinyin");

  private static final Setting<String> TRADITIONAL_CHINESE =
      voice(Language.TRADITIONAL_CHINESE, "cmn-latn-pinyin");
  private static final Setting<String> KOREAN = voice(Language.KOREAN, "ko");
  private static final Setting<String> PORTUGUESE = voice(Language.PORTUGUESE, "pt-br");
  private static final Setting<String> VIETNAMESE = voice(Language.VIETNAMESE, "vi");
  static final List<Setting<?>> SETTINGS = List.of(
      JAPANESE,
      EASY_JAPANESE,
      ENGLISH,
      SIMPLIFIED_CHINESE,
      TRADITIONAL_CHINESE,
      KOREAN,
      PORTUGUESE,
      VIETNAMESE);

  static SpeechVoices read(Values values) {
    return new SpeechVoices(
        values.get(JAPANESE),
        values.get(EASY_JAPANESE),
        values.get(ENGLISH),
        values.get(SIMPLIFIED_CHINESE),
        values.get(TRADITIONAL_CHINESE),
        values.get(KOREAN),
        values.get(PORTUGUESE),
        values.get(VIETNAMESE));
  }

  public String of(Language language) {
    return switch (language) {
      case JAPANESE -> japanese;
      case EASY_JAPANESE -> easyJapanese;
      case ENGLISH -> english;
      case SIMPLIFIED_CHINESE -> simplifiedChinese;
      case TRADITIONAL_CHINESE -> traditionalChinese;
      case KOREAN -> korean;
      case PORTUGUESE -> portuguese;
      case VIETNAMESE -> vietnamese;
    };
  }

  private static Setting<String> voice(Language language, String standard) {
    return Setting.otherwise(
        "speech.voices." + language.name().toLowerCase(Locale.ROOT),
        Forms.text("[A-Za-z0-9][A-Za-z0-9_+./-]{0,63}", Allowed.VOICE.with(), "en"),
        standard,
        "What the engine calls its voice for " + language.tag() + ".");
  }
}
