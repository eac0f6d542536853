package org.kashidashi.kiosk.screen.view;

import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Site;
import org.kashidashi.kiosk.screen.Texts;

/** The last row of the screens with somebody in front of them. */
record Footers(Texts texts, Site site) {
  private static final String GAP = "   ";

  /** 使い方, the seconds left, and where to ask. */
  Page.Footer attended(Screen screen, int secondsLeft) {
    String counter = texts.of(Message.FOOTER_COUNTER, site.counterName());
    return new Page.Footer(help(screen), seconds(secondsLeft) + GAP + counter, false);
  }

  /** The same while something lies on the reader that has to be taken away. */
  Page.Footer attendedWithCard(Screen screen, int secondsLeft) {
    String take = texts.of(Message.FOOTER_TAKE_CARD);
    return new Page.Footer(help(screen), seconds(secondsLeft) + GAP + take, true);
  }

  String seconds(int secondsLeft) {
    return texts.of(Message.FOOTER_SECONDS, secondsLeft);
  }

  private String help(Screen screen) {
    return screen.helpOffered() ? texts.of(Message.FOOTER_HELP) : "";
  }
}
