package org.kashidashi.kiosk.screen;

import java.util.List;

/** Titles as a catalogue should not have them. */
public final class HostileTitles {
  public static final List<String> ALL = List.of(
      "",
      "   ",
      "\u001b[2J\u001b[31m消えた本",
      "改行\r\nのある\tタブ\0",
      "\u202Eしょる\u202C 本 \u2066x\u2069",
      "שלום עולם مرحبا بالعالم",
      "👩‍👩‍👧‍👦 家族 👍🏽 🇯🇵",
      "𠮷野家と𡘙の本",
      "e\u0301\u0302\u0303\u0304\u0305\u0306 zalgo",
      "ｱｲｳｴｵ ｶﾞｷﾞｸﾞ",
      "○×→※…ー〜①㎏￥",
      "│┌─┐║▀▄█",
      "\uD800 lone \uDC00",
      "\uE000\uFFFF\uFEFF\u200B",
      "{0} 'quoted' %s %n $1 \\1",
      "あ".repeat(200),
      "a".repeat(200),
      "あa".repeat(100));

  private HostileTitles() {}
}
