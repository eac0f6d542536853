package org.kashidashi.kiosk.screen.view;

import java.util.ArrayList;
import java.util.List;
import org.kashidashi.kiosk.screen.Choice;
import org.kashidashi.kiosk.screen.CounterScreen;
import org.kashidashi.kiosk.screen.CounterScreen.PinPad;
import org.kashidashi.kiosk.screen.CounterScreen.PinUse;
import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.Texts;

/** What the patron at a counter sees. */
record CounterView(Texts texts) {
  private static final String TYPED = "●";
  private static final String MISSING = "○";

  Page page(CounterScreen screen, Layout layout) {
    Body body = layout.body();
    return switch (screen) {
      case CounterScreen.Resting _ -> page(screen, Message.DESK_IDLE_TITLE, resting(body));
      case CounterScreen.Consent _ -> page(screen, Message.DESK_CONSENT_TITLE, consent(body));
      case CounterScreen.PlaceCard _ -> page(screen, Message.DESK_CARD_TITLE, placeCard(body));
      case CounterScreen.SamePins _ -> page(screen, Message.DESK_SAME_TITLE, samePins(body));
      case PinPad pad -> pinPad(pad, layout);
      case CounterScreen.Working _ -> page(screen, Message.DESK_WORKING_TITLE, working(body));
      case CounterScreen.LastTryKept(PinUse use) ->
        page(screen, Message.DESK_KEPT_TITLE, lastTryKept(use, body)).asWarning();
      case CounterScreen.PinBlocked(PinUse use) ->
        page(screen, Message.DESK_BLOCKED_TITLE, blocked(use, body)).asWarning();
      case CounterScreen.Done _ -> page(screen, Message.TAKE_CARD_TITLE, done(body));
      case CounterScreen.NotDone _ -> page(screen, Message.DESK_NOT_DONE_TITLE, notDone(body));
    };
  }

  private Body resting(Body body) {
    return body.lead(texts.of(Message.DESK_IDLE_ASK))
        .blank()
        .plain(texts.of(Message.DESK_IDLE_PLAIN))
        .quiet(texts.of(Message.DESK_IDLE_ENGLISH));
  }

  private Body consent(Body body) {
    return body.lead(texts.of(Message.DESK_CONSENT_ASK))
        .blank()
        .text(texts.of(Message.DESK_CONSENT_PAPER))
        .text(texts.of(Message.CARD_NO_NUMBER))
        .plain(texts.of(Message.DESK_CONSENT_PLAIN))
        .quiet(texts.of(Message.DESK_CONSENT_ENGLISH));
  }

  private Body placeCard(Body body) {
    return body.lead(texts.of(Message.DESK_CARD_PLACE))
        .text(texts.of(Message.DESK_CARD_KEEP))
        .plain(texts.of(Message.DESK_CARD_PLAIN))
        .quiet(texts.of(Message.DESK_CARD_ENGLISH));
  }

  private Body samePins(Body body) {
    return body.lead(texts.of(Message.DESK_SAME_ASK))
        .text(use(PinUse.USER_AUTHENTICATION))
        .text(use(PinUse.CARD_FACE_INPUT))
        .plain(texts.of(Message.DESK_SAME_PLAIN))
        .quiet(texts.of(Message.DESK_SAME_ENGLISH));
  }

  private Body working(Body body) {
    return body.lead(texts.of(Message.READING_STILL))
        .blank()
        .plain(texts.of(Message.READING_PLAIN))
        .quiet(texts.of(Message.READING_ENGLISH));
  }

  private Body lastTryKept(PinUse use, Body body) {
    return body.text(use(use))
        .lead(texts.of(Message.DESK_KEPT_WHY))
        .text(texts.of(Message.DESK_KEPT_OFFICE))
        .plain(texts.of(Message.DESK_KEPT_PLAIN))
        .quiet(texts.of(Message.DESK_KEPT_ENGLISH));
  }

  private Body blocked(PinUse use, Body body) {
    return body.text(use(use))
        .lead(texts.of(Message.DESK_BLOCKED_OFFICE))
        .plain(texts.of(Message.DESK_BLOCKED_PLAIN))
        .quiet(texts.of(Message.DESK_BLOCKED_ENGLISH));
  }

  private Body done(Body body) {
    return body.lead(texts.of(Message.TAKE_CARD_ENDED))
        .blank()
        .plain(texts.of(Message.TAKE_CARD_PLAIN))
        .quiet(texts.of(Message.TAKE_CARD_ENGLISH));
  }

  private Body notDone(Body body) {
    return body.lead(texts.of(Message.DESK_NOT_DONE_STAFF))
        .blank()
        .plain(texts.of(Message.DESK_NOT_DONE_PLAIN))
        .quiet(texts.of(Message.DESK_NOT_DONE_ENGLISH));
  }

  private Page page(CounterScreen screen, Message title, Body body) {
    return Page.of(texts.of(title), body, screen.choices(), Page.Footer.of());
  }

  /** The dots are for the eye, their number for the ear; the digits for neither. */
  private Page pinPad(PinPad screen, Layout layout) {
    String title = texts.of(Message.DESK_PIN_TITLE);
    PadLayout beside = new PadLayout(layout, layout.titleRows(title));
    Body body = new Body(beside.body().columns());
    Message tries = screen.wrong() ? Message.DESK_PIN_WRONG : Message.DESK_PIN_TRIES;
    body.lead(use(screen.use()));
    if (layout.heard()) {
      body.text(texts.of(Message.DESK_PIN_TYPED, screen.typed()));
    } else {
      body.lead(dots(screen.typed()));
    }
    body.text(texts.of(tries, screen.triesLeft()));
    String star = texts.label(screen.star());
    String hash = texts.label(Choice.CONFIRM);
    if (!layout.heard()) {
      body.text("[*]%s [#]%s".formatted(star, hash));
    }
    Page.Footer footer =
        layout.roomy() ? Page.Footer.of(texts.of(Message.DESK_PIN_FOOTER)) : Page.Footer.of();
    Page page = Page.of(title, body, screen.choices(), footer)
        .with(new Page.Pad(star, hash, screen.typed() == PinPad.DIGITS));
    return screen.wrong() ? page.asWarning() : page;
  }

  private static String dots(int typed) {
    List<String> dots = new ArrayList<>();
    for (int i = 0; i < PinPad.DIGITS; i++) {
      dots.add(i < typed ? TYPED : MISSING);
    }
    return String.join(" ", dots);
  }

  private String use(PinUse use) {
    return texts.of(
        switch (use) {
          case USER_AUTHENTICATION -> Message.DESK_PIN_USER_AUTHENTICATION;
          case CARD_FACE_INPUT -> Message.DESK_PIN_CARD_FACE_INPUT;
          case BOTH -> Message.DESK_PIN_BOTH;
        });
  }
}
