package org.kashidashi.kiosk.screen.view;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.RefusalText;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Site;
import org.kashidashi.kiosk.screen.Texts;
import org.kashidashi.kiosk.session.StaffWords;

/** E-1xx, E-302, E-303, E-305: what happened, what to do, what still works. */
record RefusalView(Texts texts, Site site, Footers footers) {
  Page page(Screen.Refused screen, Layout layout) {
    Page.Footer footer = screen.cardThere() && layout.roomy()
        ? footers.attendedWithCard(screen.secondsLeft())
        : footers.attended(screen.secondsLeft());
    Body body = body(screen.cardThere(), layout);
    switch (screen.slip()) {
      case NOT_OFFERED, OFFERED -> {
        // The button says it all.
      }
      case PRINTING -> body.hint(texts.of(Message.REFUSED_SLIP_PRINTING));
      case PRINTED -> body.hint(texts.of(Message.REFUSED_SLIP_PRINTED));
      case FAILED ->
        body.hint(texts.of(Message.REFUSED_SLIP_FAILED) + " [" + FaultCode.E_304.code() + "]");
    }
    return page(texts.of(screen.refusal()), screen, body, footer);
  }

  Page page(Screen.OutOfService screen, Layout layout) {
    Page.Footer footer = screen.cardThere() && layout.roomy()
        ? new Page.Footer(List.of(texts.of(Message.FOOTER_TAKE_CARD)), true)
        : Page.Footer.of(site.kioskLabel());
    Body body = body(screen.cardThere(), layout);
    switch (screen.upkeep()) {
      case NONE -> {
        // The fault says it all.
      }
      case CLOSED -> body.hint(texts.of(Message.OUT_CLOSED));
      case MAINTENANCE -> body.hint(texts.of(Message.OUT_MAINTENANCE));
    }
    RefusalText text = texts.of(screen.fault());
    say(text, body);
    if (!screen.troubles().isEmpty()) {
      body.blank()
          .staff(texts.of(Message.OUT_STAFF, joined(screen, "", StaffWords::japanese)))
          .quiet(joined(screen, " ", StaffWords::english));
    }
    return Page.of(title(text), body, screen.choices(), footer);
  }

  private static String joined(
      Screen.OutOfService screen, String apart, Function<StaffWords, String> tongue) {
    return screen.troubles().stream().map(tongue).collect(Collectors.joining(apart));
  }

  /** A footer of one row is too short for a sentence. */
  private Body body(boolean cardThere, Layout layout) {
    Body body = layout.body();
    return cardThere && !layout.roomy() ? body.hint(texts.of(Message.FOOTER_TAKE_CARD)) : body;
  }

  private static Page page(RefusalText text, Screen screen, Body body, Page.Footer footer) {
    say(text, body);
    return Page.of(title(text), body, screen.choices(), footer);
  }

  private static String title(RefusalText text) {
    return text.title() + "  [" + text.code() + "]";
  }

  private static void say(RefusalText text, Body body) {
    body.lead(text.lines()).blank().plain(text.plain()).blank().quiet(text.english());
  }
}
