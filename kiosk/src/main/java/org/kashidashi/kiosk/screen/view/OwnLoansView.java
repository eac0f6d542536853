package org.kashidashi.kiosk.screen.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kashidashi.kiosk.screen.Choice;
import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Texts;
import org.kashidashi.kiosk.session.OwnLoan;
import org.kashidashi.kiosk.session.OwnLoan.Fate;

/** What the patron has on loan, and what comes back from it. */
record OwnLoansView(Texts texts, Footers footers, Listing listing) {
  Page page(Screen.OwnLoans screen, Layout layout) {
    Body body = layout.body();
    switch (screen.heard()) {
      case ASKING -> body.lead(texts.of(Message.OWN_ASKING));
      case NOT_ANSWERED -> body.lead(texts.of(Message.OWN_NOT_ANSWERED));
      case ANSWERED -> list(body, screen);
    }
    Page page = Page.of(
            texts.of(Message.OWN_TITLE),
            body,
            screen.choices(),
            footers.attended(screen.secondsLeft()))
        .withLabels(labels(screen));
    return screen.shown().isEmpty() ? page : page.startingAtTop();
  }

  private void list(Body body, Screen.OwnLoans screen) {
    if (screen.shown().isEmpty()) {
      body.lead(texts.of(Message.OWN_NONE));
      return;
    }
    body.blank().text(texts.of(Message.OWN_HINT)).blank();
    List<Row> rows = new ArrayList<>();
    for (OwnLoan loan : screen.shown()) {
      int number = screen.shown().indexOf(loan) + 1;
      String name = screen.titles() && !loan.title().isBlank() ? loan.title() : number(loan);
      rows.addAll(listing.rows(number, name, loan.due(), body.columns()));
      if (loan.fate() != Fate.OUT) {
        rows.addAll(listing.remark(texts.of(loan.fate()), ink(loan.fate()), body.columns()));
      }
    }
    body.add(rows).blank().plain(texts.of(Message.OWN_PLAIN)).quiet(texts.of(Message.OWN_ENGLISH));
  }

  /** Enough to find the item by, and no more. */
  private String number(OwnLoan loan) {
    String digits = loan.item().number();
    return texts.of(Message.OWN_ITEM, digits.substring(Math.max(0, digits.length() - 4)));
  }

  private static Ink ink(Fate fate) {
    return switch (fate) {
      case OUT, ASKING -> Ink.BODY;
      case RENEWED, GIVEN_BACK -> Ink.DONE;
      case PATRON_EXPIRED,
          PATRON_BLOCKED,
          OVERDUE,
          ON_HOLD,
          NOT_LATER,
          TOO_OFTEN,
          NOT_ON_LOAN,
          NOT_ANSWERED -> Ink.NOT_DONE;
    };
  }

  private Map<Choice, String> labels(Screen.OwnLoans screen) {
    Map<Choice, String> labels = new TreeMap<>();
    for (int i = 0; i < screen.shown().size(); i++) {
      labels.put(screen.choices().get(i), texts.of(Message.OWN_RENEW, i + 1));
    }
    return labels;
  }

  Page page(Screen.Returning screen, Layout layout) {
    Body body = layout.body();
    body.hint(texts.of(screen.notice()));
    boolean nothingYet = screen.lines().isEmpty() && screen.waiting() == 0;
    if (nothingYet) {
      body.blank()
          .lead(texts.of(Message.RETURN_SCAN))
          .blank()
          .plain(texts.of(Message.RETURN_PLAIN))
          .quiet(texts.of(Message.RETURN_ENGLISH));
    } else {
      lines(body, screen);
    }
    Page page = Page.of(
        texts.of(Message.RETURN_TITLE),
        body,
        screen.choices(),
        footers.attended(screen.secondsLeft()));
    return nothingYet ? page : page.startingAtTop();
  }

  /** Newest first, and before them what remains to be done. */
  private void lines(Body body, Screen.Returning screen) {
    body.blank().text(texts.of(Message.RETURN_STAFF)).blank();
    if (screen.waiting() > 0) {
      body.hint(texts.of(Message.LENDING_WAITING, screen.waiting()));
    }
    List<Row> rows = new ArrayList<>();
    for (int i = screen.lines().size(); i > 0; i--) {
      rows.addAll(listing.rows(i, screen.lines().get(i - 1), body.columns()));
    }
    body.add(rows);
  }
}
