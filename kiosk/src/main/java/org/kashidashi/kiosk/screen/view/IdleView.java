package org.kashidashi.kiosk.screen.view;

import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.RefusalText;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Site;
import org.kashidashi.kiosk.screen.Texts;

/** S0: invites. */
record IdleView(Texts texts, Site site) {
  Page page(Screen.Idle screen, Layout layout) {
    Body body = layout
        .body()
        .lead(texts.of(Message.IDLE_INVITE))
        .plain(texts.of(Message.IDLE_PLAIN))
        .quiet(texts.of(Message.IDLE_ENGLISH))
        .blank()
        .text(texts.of(Message.IDLE_CARDS));
    if (!site.hours().isEmpty()) {
      body.text(texts.of(Message.IDLE_HOURS, site.hours()));
    }
    if (!screen.online()) {
      hint(body, FaultCode.E_301);
    }
    if (screen.strangers()) {
      hint(body, FaultCode.E_307);
    }
    String title = texts.of(Message.IDLE_TITLE, site.libraryName());
    return Page.of(title, body, screen.choices(), footer(screen));
  }

  private void hint(Body body, FaultCode fault) {
    RefusalText text = texts.of(fault);
    body.blank().hint(text.lines() + " [" + text.code() + "]");
  }

  private Page.Footer footer(Screen.Idle screen) {
    String online = texts.of(screen.online() ? Message.IDLE_ONLINE : Message.IDLE_OFFLINE);
    String receipts =
        texts.of(screen.receipts() ? Message.IDLE_RECEIPTS : Message.IDLE_NO_RECEIPTS);
    return Page.Footer.of(
        site.kioskLabel(),
        texts.of(Message.IDLE_CONNECTION, online),
        texts.of(Message.IDLE_RECEIPT, receipts));
  }
}
