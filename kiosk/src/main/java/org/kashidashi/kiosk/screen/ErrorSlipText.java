package org.kashidashi.kiosk.screen;

import java.util.List;
import java.util.regex.Pattern;
import org.kashidashi.kiosk.session.Refusal;

/**
 * The words on an error slip: a code, and what to do. It says neither who was refused nor by which
 * card.
 *
 * @param desk the language of those who read it at the counter
 */
record ErrorSlipText(Texts texts, Texts desk, Site site, Paper paper) {
  private static final Pattern SENTENCE_GOES_ON = Pattern.compile("\\n(?=\\p{Ll})");

  /** The lines from top to bottom, none wider than the paper. */
  List<String> lines(Refusal refusal, String place) {
    RefusalText refused = texts.of(refusal);
    String title = desk.of(refusal).title();
    SlipLines lines = new SlipLines(paper, texts)
        .add(Message.IDLE_TITLE, site.libraryName())
        .add(place)
        .rule()
        .add(Message.ERROR_SLIP_CODE, refused.code())
        .add(refused.title());
    if (!title.equals(refused.title())) {
      lines.add(title);
    }
    lines
        .rule()
        .add(flowing(refused.lines()))
        .rule()
        .add(Message.ERROR_SLIP_SHOW, site.counterName());
    if (!site.hours().isEmpty()) {
      lines.add(Message.ERROR_SLIP_HOURS, site.hours());
    }
    if (!site.telephone().isEmpty()) {
      lines.add(Message.RECEIPT_TELEPHONE, site.telephone());
    }
    return lines.lines();
  }

  /** The rows of the screen are not those of the paper. */
  private static String flowing(String lines) {
    return SENTENCE_GOES_ON.matcher(lines).replaceAll(" ");
  }
}
