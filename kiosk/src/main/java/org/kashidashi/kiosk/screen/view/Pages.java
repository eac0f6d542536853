package org.kashidashi.kiosk.screen.view;

import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.CounterScreen;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Site;
import org.kashidashi.kiosk.screen.Texts;

/** What stands on each screen, in one language. Pure. */
final class Pages {
  private final IdleView idle;
  private final PromptView prompt;
  private final ReadingView reading;
  private final CardOnReaderView cardOnReader;
  private final LendingView lending;
  private final OwnLoansView ownLoans;
  private final FinishedView finished;
  private final StillThereView stillThere;
  private final RefusalView refusal;
  private final CutShortView cutShort;
  private final HelpView help;
  private final LanguagesView languages;
  private final CounterView counter;

  Pages(Texts texts, Catalogue catalogue, Site site) {
    Footers footers = new Footers(texts, site);
    Listing listing = new Listing(texts);
    this.idle = new IdleView(texts, site);
    this.prompt = new PromptView(texts, footers);
    this.reading = new ReadingView(texts);
    this.cardOnReader = new CardOnReaderView(texts, site);
    this.lending = new LendingView(texts, footers, listing);
    this.ownLoans = new OwnLoansView(texts, footers, listing);
    this.finished = new FinishedView(texts, listing);
    this.stillThere = new StillThereView(texts);
    this.refusal = new RefusalView(texts, site, footers);
    this.cutShort = new CutShortView(texts, listing, footers);
    this.help = new HelpView(texts, site, footers);
    this.counter = new CounterView(texts);
    this.languages = new LanguagesView(texts, catalogue, footers);
  }

  Page of(Screen screen, Layout layout) {
    return switch (screen) {
      case Screen.Idle here -> idle.page(here, layout);
      case Screen.CardPrompt here -> prompt.page(here, layout);
      case Screen.LibraryCardPrompt here -> prompt.page(here, layout);
      case Screen.Reading here -> reading.page(here, layout);
      case Screen.LookingUp here -> reading.page(here, layout);
      case Screen.TakeCard here -> cardOnReader.page(here, layout);
      case Screen.Lending here -> lending.page(here, layout);
      case Screen.OwnLoans here -> ownLoans.page(here, layout);
      case Screen.Returning here -> ownLoans.page(here, layout);
      case Screen.Finished here -> finished.page(here, layout);
      case Screen.StillThere here -> stillThere.page(here, layout);
      case Screen.Refused here -> refusal.page(here, layout);
      case Screen.CardLeft here -> cardOnReader.page(here, layout);
      case Screen.CardLifted here -> cardOnReader.page(here, layout);
      case Screen.Help here -> help.page(here, layout);
      case Screen.Languages here -> languages.page(here, layout);
      case Screen.CutShort here -> cutShort.page(here, layout);
      case CounterScreen here -> counter.page(here, layout);
      case Screen.OutOfService here -> refusal.page(here, layout);
    };
  }
}
