package org.kashidashi.kiosk.screen.view;

import com.googlecode.lanterna.TextColor;
import org.kashidashi.hal.display.CellStyle;
import org.kashidashi.kiosk.screen.Theme;

/**
 * The colours. Text stands out from its ground by 7:1 or more (WCAG 1.4.6), and no colour says
 * anything that a word does not say too.
 *
 * @param body the ground of the screen and what is written on it
 * @param quiet what repeats in other words
 * @param done 済
 * @param notDone 不可
 * @param hint what is to catch the eye
 * @param band account and footer
 * @param bar of progress
 * @param title the top of the screen
 * @param main the button that leads on
 * @param other every other button
 * @param close every other button where it has no frame
 */
record Palette(
    CellStyle body,
    CellStyle quiet,
    CellStyle done,
    CellStyle notDone,
    CellStyle hint,
    CellStyle band,
    CellStyle bar,
    CellStyle title,
    CellStyle main,
    CellStyle other,
    CellStyle close) {
  private static final TextColor PAPER = new TextColor.RGB(0xFF, 0xFF, 0xFF);
  private static final TextColor INK = new TextColor.RGB(0x11, 0x11, 0x22);
  private static final TextColor SLATE = new TextColor.RGB(0x33, 0x44, 0x55);
  private static final TextColor MIST = new TextColor.RGB(0xDD, 0xEE, 0xFF);
  private static final TextColor AMBER = new TextColor.RGB(0xFF, 0xDD, 0x55);
  private static final TextColor GREEN = new TextColor.RGB(0x00, 0x55, 0x22);
  private static final TextColor RED = new TextColor.RGB(0x88, 0x11, 0x11);
  private static final TextColor BLACK = new TextColor.RGB(0x00, 0x00, 0x00);
  private static final TextColor YELLOW = new TextColor.RGB(0xFF, 0xFF, 0x00);

  static Palette standard(Theme theme) {
    TextColor title = colour(theme.title());
    TextColor button = colour(theme.button());
    return new Palette(
        new CellStyle(INK, PAPER),
        new CellStyle(SLATE, PAPER),
        new CellStyle(GREEN, PAPER, true),
        new CellStyle(RED, PAPER, true),
        new CellStyle(INK, AMBER, true),
        new CellStyle(INK, MIST),
        new CellStyle(button, PAPER),
        new CellStyle(PAPER, title, true),
        new CellStyle(PAPER, button, true),
        new CellStyle(title, PAPER, true),
        new CellStyle(INK, MIST, true));
  }

  private static TextColor colour(int rgb) {
    return new TextColor.RGB(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
  }

  /** White on black, and yellow for what is pressed: 19:1 and more. */
  static Palette highContrast() {
    CellStyle text = new CellStyle(PAPER, BLACK);
    return new Palette(
        text,
        text,
        new CellStyle(PAPER, BLACK, true),
        new CellStyle(YELLOW, BLACK, true),
        new CellStyle(BLACK, YELLOW, true),
        new CellStyle(PAPER, BLACK, true),
        new CellStyle(YELLOW, BLACK),
        new CellStyle(BLACK, PAPER, true),
        new CellStyle(BLACK, YELLOW, true),
        new CellStyle(YELLOW, BLACK, true),
        new CellStyle(BLACK, PAPER, true));
  }

  CellStyle of(Ink ink) {
    return switch (ink) {
      case BODY -> body;
      case LEAD -> new CellStyle(body.foreground(), body.background(), true);
      case QUIET -> quiet;
      case DONE -> done;
      case NOT_DONE -> notDone;
      case HINT -> hint;
      case ACCOUNT -> new CellStyle(band.foreground(), band.background(), true);
      case FOOTER -> band;
      case BAR -> bar;
      case TITLE -> title;
      case MAIN_BUTTON -> main;
      case OTHER_BUTTON -> other;
      case CLOSE_BUTTON -> close;
      case FRAME -> new CellStyle(band.background(), body.background());
    };
  }

  /** A frame that colours hide. */
  CellStyle hidden(Ink ink) {
    CellStyle style = of(ink);
    return new CellStyle(style.background(), style.background());
  }

  /** The half of a row next to a button, in the button's colour. */
  CellStyle edge(Ink button, Ink around) {
    return new CellStyle(of(button).background(), of(around).background());
  }

  CellStyle plain(Ink ink) {
    CellStyle style = of(ink);
    return new CellStyle(style.foreground(), style.background());
  }
}
