package org.kashidashi.kiosk.screen.view;

import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Site;
import org.kashidashi.kiosk.screen.Texts;
import org.kashidashi.kiosk.session.HelpTopic;

/** 使い方, and what else the library explains. */
record HelpView(Texts texts, Site site, Footers footers) {
  Page page(Screen.Help screen, Layout layout) {
    Body body = layout.body();
    switch (screen.topic()) {
      case BORROWING -> {
        body.left(texts.of(Message.HELP_STEPS)).blank().left(texts.of(Message.HELP_KEYS));
        if (screen.speech()) {
          body.left(texts.of(Message.HELP_SPEECH));
        }
        body.left(texts.of(Message.HELP_CONTACT, site.counterName(), site.telephone()));
      }
      case CARD -> {
        body.left(texts.of(Message.HELP_PIN)).left(texts.of(Message.HELP_NUMBER));
        String english = texts.of(Message.HELP_ENGLISH);
        if (!english.isEmpty()) {
          body.left(english);
        }
      }
      case LINKING -> body.left(texts.of(Message.HELP_LINKING, site.counterName()));
      case EXPIRY -> body.left(texts.of(Message.HELP_EXPIRY, site.counterName()));
      case LOST -> body.left(texts.of(Message.HELP_LOST, site.counterName(), site.cardStop()));
      case REGISTRATION -> body.left(texts.of(Message.HELP_REGISTRATION, site.counterName()));
      case MYKEY -> body.left(texts.of(Message.HELP_MYKEY, site.cardStop()));
    }
    return Page.of(
            texts.of(title(screen.topic())),
            body,
            screen.choices(),
            Page.Footer.of(footers.seconds(screen.secondsLeft())))
        .startingAtTop();
  }

  private static Message title(HelpTopic topic) {
    return switch (topic) {
      case BORROWING -> Message.HELP_TITLE;
      case CARD -> Message.HELP_CARD_TITLE;
      case LINKING -> Message.HELP_LINKING_TITLE;
      case EXPIRY -> Message.HELP_EXPIRY_TITLE;
      case LOST -> Message.HELP_LOST_TITLE;
      case REGISTRATION -> Message.HELP_REGISTRATION_TITLE;
      case MYKEY -> Message.HELP_MYKEY_TITLE;
    };
  }
}
