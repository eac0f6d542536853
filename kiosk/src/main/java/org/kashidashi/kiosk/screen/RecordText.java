package org.kashidashi.kiosk.screen;

import java.util.List;
import org.kashidashi.kiosk.session.CutVisit;

/** The words on the record of a session that was cut off: a receipt that names nobody. */
record RecordText(Texts texts, Site site, Paper paper) {
  /** The lines from top to bottom, none wider than the paper. */
  List<String> lines(CutVisit visit, String place) {
    SlipLines lines = new SlipLines(paper, texts)
        .add(Message.RECORD_TITLE, site.libraryName())
        .add(place)
        .rule()
        .add(Message.RECORD_CUT);
    visit.lastLent().ifPresent(time -> lines.add(Message.RECORD_LAST, texts.time(time)));
    lines.add(Message.RECEIPT_LENT, visit.lent().size());
    new ReceiptText(texts, site, paper).addLent(lines, visit.lent(), false);
    lines.rule().add(Message.RECORD_REGISTERED);
    if (!site.telephone().isEmpty()) {
      lines.add(Message.RECEIPT_TELEPHONE, site.telephone());
    }
    return lines.lines();
  }
}
