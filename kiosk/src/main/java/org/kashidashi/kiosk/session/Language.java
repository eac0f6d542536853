package org.kashidashi.kiosk.session;

/** A language in which the machine speaks to patrons. */
public enum Language {
  JAPANESE("ja"),
  /** やさしい日本語: plain words, written in kana with spaces. */
  EASY_JAPANESE("ja-x-easy"),
  ENGLISH("en"),
  SIMPLIFIED_CHINESE("zh-Hans"),
  TRADITIONAL_CHINESE("zh-Hant"),
  KOREAN("ko"),
  PORTUGUESE("pt"),
  VIETNAMESE("vi");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The language tag (BCP 47). */
  public String tag() {
    return tag;
  }
}
