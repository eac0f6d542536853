package org.kashidashi.kiosk.screen.view;

import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Texts;

/** T1: asks whether the patron is still there. */
record StillThereView(Texts texts) {
  Page page(Screen.StillThere screen, Layout layout) {
    Body body = layout
        .body()
        .lead(texts.of(Message.STILL_THERE_SECONDS, screen.secondsLeft()))
        .plain(texts.of(Message.STILL_THERE_PLAIN, screen.secondsLeft()))
        .quiet(texts.of(Message.STILL_THERE_ENGLISH, screen.secondsLeft()));
    body.text(texts.of(Message.STILL_THERE_OFTEN));
    if (screen.lending()) {
      body.blank();
      if (screen.lent() > 0) {
        body.text(texts.of(Message.STILL_THERE_LENT, screen.lent()));
      }
      body.text(texts.of(Message.STILL_THERE_NOT_SCANNED));
    }
    return Page.of(texts.of(Message.STILL_THERE_TITLE), body, screen.choices(), Page.Footer.of());
  }
}
