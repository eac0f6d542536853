package org.kashidashi.kiosk.screen.view;

import java.util.List;
import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.Site;
import org.kashidashi.kiosk.screen.Texts;

/** The last row of the screens with somebody in front of them. */
record Footers(Texts texts, Site site) {
  /** The seconds left, and where to ask. */
  Page.Footer attended(int secondsLeft) {
    String counter = texts.of(Message.FOOTER_COUNTER, site.counterName());
    return Page.Footer.of(seconds(secondsLeft), counter);
  }

  /** The same while something lies on the reader that has to be taken away. */
  Page.Footer attendedWithCard(int secondsLeft) {
    String take = texts.of(Message.FOOTER_TAKE_CARD);
    return new Page.Footer(List.of(take, seconds(secondsLeft)), true);
  }

  String seconds(int secondsLeft) {
    return texts.of(Message.FOOTER_SECONDS, secondsLeft);
  }
}
