package org.kashidashi.kiosk.screen.view;

import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Texts;

/** S2: reads the card, or looks the library card up. */
record ReadingView(Texts texts) {
  private static final int BAR_COLUMNS = 24;

  /** The bar is half full after so many seconds, and never quite full: nobody knows the end. */
  private static final int HALF_SECONDS = 2;

  Page page(Screen.Reading screen, Layout layout) {
    Body body = layout
        .body()
        .lead(texts.of(Message.READING_NOW))
        .lead(texts.of(Message.READING_STILL))
        .blank()
        .bar(bar(screen.seconds()))
        .blank()
        .plain(texts.of(Message.READING_PLAIN))
        .quiet(texts.of(Message.READING_ENGLISH));
    return Page.of(
        texts.of(Message.READING_TITLE),
        body,
        screen.choices(),
        Page.Footer.of(texts.of(Message.READING_FOOTER)));
  }

  Page page(Screen.LookingUp screen, Layout layout) {
    Body body = layout
        .body()
        .lead(texts.of(Message.LOOKING_UP_NOW))
        .blank()
        .bar(bar(screen.seconds()))
        .blank()
        .plain(texts.of(Message.LOOKING_UP_PLAIN))
        .quiet(texts.of(Message.LOOKING_UP_ENGLISH));
    return Page.of(
        texts.of(Message.LOOKING_UP_TITLE),
        body,
        screen.choices(),
        Page.Footer.of(texts.of(Message.LOOKING_UP_FOOTER)));
  }

  private static String bar(int seconds) {
    long passed = Math.max(0, seconds) + 1L;
    int full = (int) (BAR_COLUMNS * passed / (passed + HALF_SECONDS));
    return "█".repeat(full) + "░".repeat(BAR_COLUMNS - full);
  }
}
