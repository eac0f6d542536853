package org.kashidashi.kiosk.screen.view;

import java.time.LocalDate;
import java.util.List;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.screen.Entry;
import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.RefusalText;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Texts;
import org.kashidashi.kiosk.session.SessionState.Finished.ReceiptOutcome;
import org.kashidashi.sync.circulation.DueDate;

/** S5: says what was lent, and until when. */
record FinishedView(Texts texts, Listing listing) {
  Page page(Screen.Finished screen, Layout layout) {
    Body body = layout.body();
    if (screen.lent().isEmpty()) {
      body.lead(texts.of(Message.FINISHED_NONE));
    } else {
      body.lead(texts.of(Message.FINISHED_LENT, screen.lent().size()));
      due(body, screen.lent());
    }
    body.text(texts.of(Message.FINISHED_EXPIRES, texts.withYear(screen.expires())))
        .blank();
    receipt(body, screen);
    Message title = screen.lent().isEmpty() ? Message.FINISHED_TITLE_NONE : Message.FINISHED_TITLE;
    return Page.of(
        texts.of(title),
        body,
        screen.choices(),
        Page.Footer.of(texts.of(Message.FINISHED_FOOTER, screen.secondsLeft())));
  }

  private void due(Body body, List<Entry.Lent> lent) {
    List<DueDate> dates = lent.stream().flatMap(loan -> loan.due().stream()).toList();
    List<LocalDate> days = dates.stream().map(DueDate::date).distinct().sorted().toList();
    if (!days.isEmpty()) {
      Message due = days.size() == 1 ? Message.FINISHED_DUE : Message.FINISHED_DUE_SEVERAL;
      body.lead(texts.of(due, texts.dayOfWeek(days.getFirst())));
    }
    if (dates.stream().anyMatch(DueDate::provisional)) {
      body.text(texts.of(Message.FINISHED_DUE_PROVISIONAL));
    }
    if (dates.size() < lent.size()) {
      body.text(texts.of(Message.FINISHED_DUE_UNKNOWN));
    }
  }

  private void receipt(Body body, Screen.Finished screen) {
    switch (screen.receipt()) {
      case NOT_WANTED -> body.lead(texts.of(Message.FINISHED_TAKE));
      case PRINTING -> body.lead(texts.of(Message.FINISHED_PRINTING));
      case PRINTED -> body.lead(texts.of(Message.FINISHED_TAKE_ALL));
      case FAILED -> withoutReceipt(body, screen.lent());
    }
    if (screen.receipt() != ReceiptOutcome.FAILED) {
      body.quiet(texts.of(Message.FINISHED_ENGLISH));
    }
  }

  /** The due dates that the paper would have had. */
  private void withoutReceipt(Body body, List<Entry.Lent> lent) {
    RefusalText failed = texts.of(FaultCode.E_304);
    body.hint(failed.lines() + " [" + failed.code() + "]");
    body.add(listing.rows(lent, body.columns()));
  }
}
