package org.kashidashi.kiosk.screen.view;

import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Texts;

/** S1: asks for a card, or for the barcode of the library card. */
record PromptView(Texts texts, Footers footers) {
  Page page(Screen.CardPrompt screen, Layout layout) {
    Body body = layout.body().hint(texts.of(screen.notice()));
    if (screen.cardThere()) {
      body.lead(texts.of(Message.CARD_THERE))
          .plain(texts.of(Message.CARD_THERE_PLAIN))
          .quiet(texts.of(Message.CARD_THERE_ENGLISH));
    } else {
      body.lead(texts.of(Message.CARD_PLACE))
          .plain(texts.of(Message.CARD_PLAIN))
          .quiet(texts.of(Message.CARD_ENGLISH));
    }
    body.blank().text(texts.of(Message.CARD_NO_PIN)).text(texts.of(Message.CARD_NO_NUMBER));
    return Page.of(
            texts.of(Message.CARD_TITLE),
            body,
            screen.choices(),
            footers.attended(screen.secondsLeft()))
        .withMainButtonFramed(screen.cardThere());
  }

  Page page(Screen.LibraryCardPrompt screen, Layout layout) {
    Body body = layout
        .body()
        .hint(texts.of(screen.notice()))
        .blank()
        .lead(texts.of(Message.LIBRARY_CARD_SCAN))
        .blank()
        .plain(texts.of(Message.LIBRARY_CARD_PLAIN))
        .quiet(texts.of(Message.LIBRARY_CARD_ENGLISH));
    return Page.of(
        texts.of(Message.LIBRARY_CARD_TITLE),
        body,
        screen.choices(),
        footers.attended(screen.secondsLeft()));
  }
}
