package org.kashidashi.kiosk.screen.view;

import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Site;
import org.kashidashi.kiosk.screen.Texts;

/** S3 and L-0 to L-4: a card has to leave the reader, or just did. */
record CardOnReaderView(Texts texts, Site site) {
  private static final int SECONDS_PER_MINUTE = 60;

  /** More than any clock on a screen needs. */
  private static final int MINUTES_MAXIMUM = 999;

  Page page(Screen.TakeCard screen, Layout layout) {
    Body body = layout.body();
    if (screen.pressing()) {
      body.shout(texts.of(Message.TAKE_CARD_PRESSING));
    } else {
      boolean going = screen.patron().isPresent();
      body.lead(texts.of(going ? Message.TAKE_CARD_READ : Message.TAKE_CARD_ENDED));
    }
    body.blank()
        .plain(texts.of(Message.TAKE_CARD_PLAIN))
        .quiet(texts.of(Message.TAKE_CARD_ENGLISH));
    if (screen.patron().isPresent()) {
      body.blank().text(texts.of(Message.TAKE_CARD_THEN));
    }
    String footer = screen
        .patron()
        .map(patron -> texts.of(Message.TAKE_CARD_PATRON, patron))
        .orElseGet(() -> texts.of(Message.TAKE_CARD_THANKS));
    return Page.of(
        texts.of(Message.TAKE_CARD_TITLE), body, screen.choices(), Page.Footer.of(footer));
  }

  Page page(Screen.CardLeft screen, Layout layout) {
    Body body = layout.body();
    if (screen.another()) {
      body.lead(texts.of(Message.CARD_LEFT_ANOTHER))
          .blank()
          .quiet(texts.of(Message.CARD_LEFT_ANOTHER_ENGLISH));
    } else {
      body.shout(texts.of(Message.CARD_LEFT_TAKE))
          .blank()
          .quiet(texts.of(Message.CARD_LEFT_ENGLISH));
    }
    body.blank().text(texts.of(Message.CARD_LEFT_LOCKED)).text(texts.of(Message.CARD_LEFT_FOUND));
    return Page.of(texts.of(Message.CARD_LEFT_TITLE), body, screen.choices(), since(screen, layout))
        .asWarning();
  }

  /** Whoever stands before a small footer knows which machine this is. */
  private Page.Footer since(Screen.CardLeft screen, Layout layout) {
    int minutes = Math.min(screen.seconds() / SECONDS_PER_MINUTE, MINUTES_MAXIMUM);
    String clock = "%02d:%02d".formatted(minutes, screen.seconds() % SECONDS_PER_MINUTE);
    String label = layout.roomy() ? site.kioskLabel() : "";
    String since = texts.of(Message.CARD_LEFT_FOOTER, label, clock).strip();
    return screen.staffTold()
        ? Page.Footer.of(since, texts.of(Message.CARD_LEFT_STAFF))
        : Page.Footer.of(since);
  }

  Page page(Screen.CardLifted screen, Layout layout) {
    Body body = layout
        .body()
        .lead(texts.of(Message.CARD_LIFTED_THANKS))
        .quiet(texts.of(Message.CARD_LIFTED_ENGLISH));
    return Page.of(
        texts.of(Message.CARD_LIFTED_TITLE),
        body,
        screen.choices(),
        Page.Footer.of(texts.of(Message.CARD_LIFTED_FOOTER)));
  }
}
