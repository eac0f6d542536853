package org.kashidashi.kiosk.screen.view;

import org.kashidashi.kiosk.screen.HelpDesk;
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
      case DESKS -> {
        body.left(texts.of(Message.HELP_DESKS_PIN));
        desk(body, Message.HELP_DESKS_CARD, site.cardDesk());
        desk(body, Message.HELP_DESKS_CERTIFICATE, site.certificateDesk());
      }
      case REGISTRATION -> body.left(texts.of(Message.HELP_REGISTRATION, site.counterName()));
      case MYKEY -> {
        body.left(texts.of(Message.HELP_MYKEY, site.cardDesk().telephone()));
        opening(body, site.cardDesk());
        body.left(texts.of(Message.HELP_MYKEY_POINTS));
      }
    }
    return Page.of(
            texts.of(title(screen.topic())),
            body,
            screen.choices(),
            Page.Footer.of(footers.seconds(screen.secondsLeft())))
        .startingAtTop();
  }

  /** A desk that the library does not name is not there. */
  private void desk(Body body, Message name, HelpDesk desk) {
    if (desk.named()) {
      body.left(texts.of(name, desk.telephone()));
      opening(body, desk);
      if (!desk.choice().isEmpty()) {
        body.left(texts.of(Message.HELP_DESKS_CHOICE, desk.choice()));
      }
    }
  }

  private void opening(Body body, HelpDesk desk) {
    if (!desk.holidayHours().isEmpty()) {
      body.left(texts.of(Message.HELP_DESKS_HOURS, desk.hours(), desk.holidayHours()));
    } else if (!desk.hours().isEmpty()) {
      body.left(texts.of(Message.HELP_DESKS_DAILY, desk.hours()));
    }
    if (!desk.closed().isEmpty()) {
      body.left(texts.of(Message.HELP_DESKS_CLOSED, desk.closed()));
    }
  }

  private static Message title(HelpTopic topic) {
    return switch (topic) {
      case BORROWING -> Message.HELP_TITLE;
      case CARD -> Message.HELP_CARD_TITLE;
      case LINKING -> Message.HELP_LINKING_TITLE;
      case EXPIRY -> Message.HELP_EXPIRY_TITLE;
      case LOST -> Message.HELP_LOST_TITLE;
      case DESKS -> Message.HELP_DESKS_TITLE;
      case REGISTRATION -> Message.HELP_REGISTRATION_TITLE;
      case MYKEY -> Message.HELP_MYKEY_TITLE;
    };
  }
}
