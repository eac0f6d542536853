package org.kashidashi.kiosk.screen.view;

import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Site;
import org.kashidashi.kiosk.screen.Texts;

/** 使い方. */
record HelpView(Texts texts, Site site, Footers footers) {
  Page page(Screen.Help screen, Layout layout) {
    Body body = layout.body();
    switch (screen.topic()) {
      case BORROWING ->
        body.left(texts.of(Message.HELP_STEPS))
            .blank()
            .left(texts.of(Message.HELP_KEYS))
            .left(texts.of(Message.HELP_CONTACT, site.counterName(), site.telephone()));
      case CARD ->
        body.left(texts.of(Message.HELP_PIN))
            .left(texts.of(Message.HELP_NUMBER))
            .left(texts.of(Message.HELP_ENGLISH));
    }
    Message title = switch (screen.topic()) {
      case BORROWING -> Message.HELP_TITLE;
      case CARD -> Message.HELP_CARD_TITLE;
    };
    return Page.of(
            texts.of(title),
            body,
            screen.choices(),
            Page.Footer.of(footers.seconds(screen.secondsLeft())))
        .startingAtTop();
  }
}
