package org.kashidashi.kiosk.screen;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.kiosk.session.Line;
import org.kashidashi.kiosk.session.Visit;
import org.kashidashi.sync.circulation.DueDate;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.LoanOut;

/** The words on a receipt: what was lent and until when, without a name or a full number. */
record ReceiptText(Texts texts, Site site, Paper paper) {
  /** With a hundred loans of today still a slip that the printer takes. */
  private static final int OTHERS_MAXIMUM = 60;

  /**
   * The lines from top to bottom, none wider than the paper.
   *
   * @param place when and where it is printed
   */
  List<String> lines(Visit visit, OtherLoans others, String place) {
    SlipLines lines = new SlipLines(paper, texts);
    lines
        .add(Message.RECEIPT_TITLE, site.libraryName())
        .add(place)
        .add(Message.RECEIPT_PATRON, visit.standing().patron().masked())
        .add(Message.RECEIPT_EXPIRES, texts.dashed(visit.standing().expires()))
        .rule()
        .add(Message.RECEIPT_LENT, visit.lent().size());
    addLent(lines, visit.lent(), visit.offline());
    lines.rule();
    addOthers(lines, visit, others);
    if (!site.webPage().isEmpty()) {
      lines.add(Message.RECEIPT_PAGE, site.webPage());
    }
    if (!site.telephone().isEmpty()) {
      lines.add(Message.RECEIPT_TELEPHONE, site.telephone());
    }
    return lines.add(Message.RECEIPT_LEAVE).lines();
  }

  /** The loans, and what is to be said of their dates. */
  void addLent(SlipLines lines, List<Line.Lent> lent, boolean offline) {
    lines.loans(lent.stream()
        .map(loan -> new SlipLines.Loan(loan.title(), due(loan.due())))
        .toList());
    boolean provisional =
        lent.stream().flatMap(loan -> loan.due().stream()).anyMatch(DueDate::provisional);
    boolean dated = lent.stream().anyMatch(loan -> loan.due().isPresent());
    if (provisional || (offline && dated)) {
      lines.add(Message.RECEIPT_DUE_PROVISIONAL);
    }
    if (lent.stream().anyMatch(loan -> loan.due().isEmpty())) {
      lines.add(Message.RECEIPT_DUE_UNKNOWN);
    }
  }

  private void addOthers(SlipLines lines, Visit visit, OtherLoans others) {
    int all = visit.standing().loansOut() + visit.lent().size();
    switch (others) {
      case OtherLoans.NotWanted _ -> lines.add(Message.RECEIPT_ON_LOAN, all);
      case OtherLoans.Unknown _ ->
        lines.add(Message.RECEIPT_OTHERS_UNKNOWN).add(Message.RECEIPT_ON_LOAN, all);
      case OtherLoans.Known known -> {
        Set<ItemBarcode> told = new HashSet<>(visit.takenBack());
        visit.lent().forEach(line -> told.add(line.item()));
        addKnown(lines, known.without(told), visit.lent().size(), all);
      }
    }
  }

  /** What the library system has not heard of yet is counted, but cannot be listed. */
  private void addKnown(SlipLines lines, List<LoanOut> others, int lentNow, int all) {
    List<LoanOut> listed = others.stream().limit(OTHERS_MAXIMUM).toList();
    if (!listed.isEmpty()) {
      lines.add(Message.RECEIPT_OTHERS, listed.size());
      lines.loans(listed.stream()
          .map(loan -> new SlipLines.Loan(loan.title(), due(loan)))
          .toList());
      lines.rule();
    }
    boolean complete = lentNow + listed.size() >= all && listed.size() == others.size();
    lines.add(
        complete ? Message.RECEIPT_ON_LOAN_ALL : Message.RECEIPT_ON_LOAN,
        Math.max(all, lentNow + others.size()));
  }

  private String due(LoanOut loan) {
    return texts.of(Message.RECEIPT_DUE, texts.slashed(loan.due()));
  }

  private String due(Optional<DueDate> due) {
    return due.map(date -> texts.of(Message.RECEIPT_DUE, texts.slashed(date.date())))
        .orElse("");
  }
}
