package org.kashidashi.kiosk.screen.view;

import com.googlecode.lanterna.TextColor;
import java.util.List;
import org.kashidashi.hal.display.CellStyle;

/**
 * The colours. Text stands out from its ground by 7:1 or more (WCAG 1.4.6), and no colour says
 * anything that a word does not say too.
 */
final class Palette {
  private static final TextColor PAPER = new TextColor.RGB(0xFF, 0xFF, 0xFF);
  private static final TextColor INK = new TextColor.RGB(0x11, 0x11, 0x22);
  private static final TextColor SLATE = new TextColor.RGB(0x33, 0x44, 0x55);
  private static final TextColor NAVY = new TextColor.RGB(0x00, 0x22, 0x55);
  private static final TextColor BLUE = new TextColor.RGB(0x00, 0x44, 0x99);
  private static final TextColor MIST = new TextColor.RGB(0xDD, 0xEE, 0xFF);
  private static final TextColor AMBER = new TextColor.RGB(0xFF, 0xDD, 0x55);
  private static final TextColor GREEN = new TextColor.RGB(0x00, 0x55, 0x22);
  private static final TextColor RED = new TextColor.RGB(0x88, 0x11, 0x11);

  static final CellStyle BODY = new CellStyle(INK, PAPER);
  static final CellStyle LEAD = new CellStyle(INK, PAPER, true);
  static final CellStyle QUIET = new CellStyle(SLATE, PAPER);
  static final CellStyle DONE = new CellStyle(GREEN, PAPER, true);
  static final CellStyle NOT_DONE = new CellStyle(RED, PAPER, true);
  static final CellStyle HINT = new CellStyle(INK, AMBER, true);
  static final CellStyle ACCOUNT = new CellStyle(INK, MIST, true);
  static final CellStyle BAR = new CellStyle(BLUE, PAPER);
  static final CellStyle TITLE = new CellStyle(PAPER, NAVY, true);
  static final CellStyle FOOTER = new CellStyle(INK, MIST);
  static final CellStyle MAIN_BUTTON = new CellStyle(PAPER, BLUE, true);
  static final CellStyle OTHER_BUTTON = new CellStyle(NAVY, PAPER, true);

  /** The frame is there for panels without colours; with them the grounds say enough. */
  static final CellStyle FRAME = new CellStyle(MIST, PAPER);

  private Palette() {}

  /** A frame that colours hide. */
  static CellStyle hidden(CellStyle style) {
    return new CellStyle(style.background(), style.background());
  }

  /** The half of a row next to a button, in the button's colour. */
  static CellStyle edge(CellStyle button, CellStyle around) {
    return new CellStyle(button.background(), around.background());
  }

  static CellStyle plain(CellStyle style) {
    return new CellStyle(style.foreground(), style.background());
  }

  /** What text is written in. */
  static List<CellStyle> ofText() {
    return List.of(
        BODY,
        LEAD,
        QUIET,
        DONE,
        NOT_DONE,
        HINT,
        ACCOUNT,
        BAR,
        TITLE,
        FOOTER,
        MAIN_BUTTON,
        OTHER_BUTTON);
  }
}
