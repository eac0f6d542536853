package org.kashidashi.kiosk.screen.view;

import java.util.Optional;
import org.kashidashi.kiosk.screen.Account;
import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Texts;
import org.kashidashi.sync.circulation.Renewal;

/** S4: whose account it is, what became of each scan, and how to end. */
record LendingView(Texts texts, Footers footers, Listing listing) {
  Page page(Screen.Lending screen, Layout layout) {
    Body body = layout.body();
    account(body, screen.account(), layout);
    expiry(screen.account()).ifPresent(body::hint);
    if (screen.offline()) {
      body.hint(texts.of(Message.LENDING_OFFLINE));
    }
    body.hint(texts.of(screen.notice()));
    boolean nothingYet = screen.entries().isEmpty() && screen.waiting() == 0;
    if (nothingYet) {
      invitation(body);
    } else {
      list(body, screen);
    }
    return Page.of(
            texts.of(Message.LENDING_TITLE),
            body,
            screen.choices(),
            footers.attended(screen.secondsLeft()))
        .startingAtTop();
  }

  private void account(Body body, Account account, Layout layout) {
    if (!layout.roomy() || layout.narrow()) {
      body.account(account.patron(), texts.dashed(account.expires()))
          .account(texts.of(
              Message.LENDING_COUNTS_SHORT,
              account.lentNow(),
              account.loansBefore(),
              account.loansLeft()));
      return;
    }
    body.account(
            texts.of(Message.LENDING_PATRON, account.patron()),
            texts.of(Message.LENDING_EXPIRY, texts.dashed(account.expires())))
        .account(texts.of(
            Message.LENDING_COUNTS, account.lentNow(), account.loansBefore(), account.loansLeft()));
  }

  private Optional<String> expiry(Account account) {
    return account
        .expiresSoon()
        .map(renewal -> texts.of(
            Message.LENDING_EXPIRES, texts.day(account.expires()), texts.of(advice(renewal))));
  }

  private static Message advice(Renewal renewal) {
    return switch (renewal) {
      case AUTOMATIC -> Message.LENDING_EXPIRES_AUTOMATIC;
      case WITH_PROOF -> Message.LENDING_EXPIRES_WITH_PROOF;
      case AT_COUNTER, AUTOMATIC_FAILED -> Message.LENDING_EXPIRES_AT_COUNTER;
    };
  }

  private void invitation(Body body) {
    body.blank()
        .lead(texts.of(Message.LENDING_SCAN))
        .blank()
        .plain(texts.of(Message.LENDING_PLAIN))
        .quiet(texts.of(Message.LENDING_ENGLISH));
  }

  private void list(Body body, Screen.Lending screen) {
    body.blank();
    if (screen.waiting() > 0) {
      body.hint(texts.of(Message.LENDING_WAITING, screen.waiting()));
    }
    if (screen.ways() == Screen.Lending.Ways.ENDING) {
      body.hint(texts.of(Message.LENDING_ENDING));
    }
    body.add(listing.rows(screen.entries(), body.columns()));
  }
}
