package org.kashidashi.kiosk.screen.view;

import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.RefusalText;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Texts;

/** E-306: the power was cut in the middle of a session. */
record CutShortView(Texts texts, Listing listing, Footers footers) {
  Page page(Screen.CutShort screen, Layout layout) {
    RefusalText text = texts.of(FaultCode.E_306);
    Body body = layout.body();
    switch (screen.slip()) {
      case NOT_WANTED -> {
        // The button says it all.
      }
      case PRINTING -> body.hint(texts.of(Message.REFUSED_SLIP_PRINTING));
      case PRINTED -> body.hint(texts.of(Message.REFUSED_SLIP_PRINTED));
      case FAILED ->
        body.hint(texts.of(Message.CUT_SHORT_NO_PAPER) + " [" + FaultCode.E_304.code() + "]");
    }
    body.lead(text.lines()).lead(texts.of(Message.CUT_SHORT_LENT, screen.lent().size()));
    if (screen.listed()) {
      body.blank().add(listing.rows(screen.lent(), body.columns()));
    } else {
      body.blank().plain(text.plain()).blank().quiet(text.english());
    }
    String title = text.title() + "  [" + text.code() + "]";
    return Page.of(title, body, screen.choices(), footers.attended(screen.secondsLeft()));
  }
}
