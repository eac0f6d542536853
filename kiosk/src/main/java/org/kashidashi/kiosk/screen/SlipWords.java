package org.kashidashi.kiosk.screen;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.kashidashi.kiosk.session.CutVisit;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Refusal;
import org.kashidashi.kiosk.session.Visit;

/** The words of every slip, in the language of whoever gets it. Any thread. */
public final class SlipWords {
  /** Between the time and the machine that printed it. */
  private static final String APART = "   ";

  private final Catalogue catalogue;
  private final Site site;
  private final Paper paper;
  private final Supplier<Optional<LocalDateTime>> now;

  /**
   * @param now the library's time; empty while the clock cannot be trusted
   */
  public SlipWords(
      Catalogue catalogue, Site site, Paper paper, Supplier<Optional<LocalDateTime>> now) {
    this.catalogue = catalogue;
    this.site = site;
    this.paper = paper;
    this.now = now;
  }

  /** The lines of a receipt from top to bottom, none wider than the paper. */
  public List<String> receipt(Visit visit, OtherLoans others, Language language) {
    Texts texts = catalogue.of(language);
    return new ReceiptText(texts, site, paper).lines(visit, others, place(texts));
  }

  /** The lines of a slip with which a refused patron goes to the counter. */
  public List<String> refusal(Refusal refusal, Language language) {
    Texts texts = catalogue.of(language);
    Texts desk = catalogue.of(Language.JAPANESE);
    return new ErrorSlipText(texts, desk, site, paper).lines(refusal, place(texts));
  }

  /** The lines of the record of a session that was cut off, which names nobody. */
  public List<String> record(CutVisit visit, Language language) {
    Texts texts = catalogue.of(language);
    return new RecordText(texts, site, paper).lines(visit, place(texts));
  }

  private String place(Texts texts) {
    return now.get()
        .map(time -> texts.time(time) + APART + site.kioskLabel())
        .orElse(site.kioskLabel());
  }
}
