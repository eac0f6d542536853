package org.kashidashi.kiosk.screen;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.kashidashi.kiosk.session.Visit;
import org.kashidashi.sync.circulation.DueDate;

/** The words on a receipt: what was lent and until when, without a name or a full number. */
public final class ReceiptText {
  /** Narrower paper does not exist, wider paper is no receipt. */
  private static final int COLUMNS_MINIMUM = 24;

  private static final int COLUMNS_MAXIMUM = 80;

  private final Texts texts;
  private final Site site;
  private final Typesetting typesetting;
  private final int columns;

  /**
   * @param columns how many half-width columns fit on the paper, 24 to 80
   */
  public ReceiptText(Texts texts, Site site, Typesetting typesetting, int columns) {
    if (columns < COLUMNS_MINIMUM || columns > COLUMNS_MAXIMUM) {
      throw new IllegalArgumentException("receipt of %d columns, need %d to %d"
          .formatted(columns, COLUMNS_MINIMUM, COLUMNS_MAXIMUM));
    }
    this.texts = texts;
    this.site = site;
    this.typesetting = typesetting;
    this.columns = columns;
  }

  /** The lines from top to bottom, none wider than the paper. */
  public List<String> lines(Visit visit, LocalDateTime now) {
    return lines(visit, texts.time(now) + "   " + site.kioskLabel());
  }

  /** The same for a kiosk whose clock cannot be trusted. */
  public List<String> linesWithoutTime(Visit visit) {
    return lines(visit, site.kioskLabel());
  }

  private List<String> lines(Visit visit, String place) {
    List<Entry.Lent> lent = Screens.lent(Screens.entries(visit));
    List<String> lines = new ArrayList<>();
    add(lines, texts.of(Message.RECEIPT_TITLE, site.libraryName()));
    add(lines, place);
    add(lines, texts.of(Message.RECEIPT_PATRON, visit.standing().patron().masked()));
    add(lines, texts.of(Message.RECEIPT_EXPIRES, texts.dashed(visit.standing().expires())));
    lines.add(rule());
    add(lines, texts.of(Message.RECEIPT_LENT, lent.size()));
    lent.forEach(loan -> lines.add(loan(loan)));
    addDueNotes(lines, lent, visit.offline());
    lines.add(rule());
    int onLoan = visit.standing().loansOut() + lent.size();
    add(lines, texts.of(Message.RECEIPT_ON_LOAN, onLoan));
    if (!site.webPage().isEmpty()) {
      add(lines, texts.of(Message.RECEIPT_PAGE, site.webPage()));
    }
    if (!site.telephone().isEmpty()) {
      add(lines, texts.of(Message.RECEIPT_TELEPHONE, site.telephone()));
    }
    add(lines, texts.of(Message.RECEIPT_LEAVE));
    return List.copyOf(lines);
  }

  private void addDueNotes(List<String> lines, List<Entry.Lent> lent, boolean offline) {
    boolean provisional =
        lent.stream().flatMap(loan -> loan.due().stream()).anyMatch(DueDate::provisional);
    boolean dated = lent.stream().anyMatch(loan -> loan.due().isPresent());
    if (provisional || (offline && dated)) {
      add(lines, texts.of(Message.RECEIPT_DUE_PROVISIONAL));
    }
    if (lent.stream().anyMatch(loan -> loan.due().isEmpty())) {
      add(lines, texts.of(Message.RECEIPT_DUE_UNKNOWN));
    }
  }

  private String loan(Entry.Lent loan) {
    String title = loan.title().isEmpty() ? texts.of(Message.LENDING_UNTITLED) : loan.title();
    String due = loan.due()
        .map(date -> texts.of(Message.RECEIPT_DUE, texts.slashed(date.date())))
        .orElse("");
    int room = columns - 1 - (due.isEmpty() ? 0 : 1 + typesetting.columns(due));
    String shown = typesetting.fit(title, room);
    int gap = columns - 1 - typesetting.columns(shown) - typesetting.columns(due);
    return (" " + shown + " ".repeat(gap) + due).stripTrailing();
  }

  private void add(List<String> lines, String text) {
    lines.addAll(typesetting.wrap(text, columns));
  }

  private String rule() {
    return "-".repeat(columns);
  }
}
