package org.kashidashi.kiosk.screen.view;

import com.googlecode.lanterna.TerminalSize;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Site;
import org.kashidashi.kiosk.screen.Texts;

/** Draws each screen for a panel of one size. Pure: the same screen gives the same frame. */
public final class ScreenView {
  private final Texts texts;
  private final Layout layout;
  private final IdleView idle;
  private final PromptView prompt;
  private final ReadingView reading;
  private final CardOnReaderView cardOnReader;
  private final LendingView lending;
  private final FinishedView finished;
  private final StillThereView stillThere;
  private final RefusalView refusal;
  private final HelpView help;

  /**
   * For a panel of which nobody knows how large it is.
   *
   * @param size of the panel, at least 60 columns and 22 rows
   * @throws IllegalArgumentException if the panel is smaller
   */
  public ScreenView(Texts texts, Site site, TerminalSize size) {
    this(texts, site, size, 0);
  }

  /**
   * @param size of the panel, at least 60 columns and 22 rows
   * @param touchRows the rows that are high enough for a finger, as the panel's geometry tells; 0
   *     where the size of the glass is not known
   * @throws IllegalArgumentException if the panel is smaller
   */
  public ScreenView(Texts texts, Site site, TerminalSize size, int touchRows) {
    Footers footers = new Footers(texts, site);
    Listing listing = new Listing(texts);
    this.texts = texts;
    this.layout = new Layout(size, touchRows);
    this.idle = new IdleView(texts, site);
    this.prompt = new PromptView(texts, footers);
    this.reading = new ReadingView(texts);
    this.cardOnReader = new CardOnReaderView(texts, site);
    this.lending = new LendingView(texts, footers, listing);
    this.finished = new FinishedView(texts, listing);
    this.stillThere = new StillThereView(texts);
    this.refusal = new RefusalView(texts, site, footers);
    this.help = new HelpView(texts, site, footers);
  }

  public Frame draw(Screen screen) {
    return new Painter(texts, layout).paint(page(screen));
  }

  private Page page(Screen screen) {
    return switch (screen) {
      case Screen.Idle here -> idle.page(here, layout);
      case Screen.CardPrompt here -> prompt.page(here, layout);
      case Screen.LibraryCardPrompt here -> prompt.page(here, layout);
      case Screen.Reading here -> reading.page(here, layout);
      case Screen.LookingUp here -> reading.page(here, layout);
      case Screen.TakeCard here -> cardOnReader.page(here, layout);
      case Screen.Lending here -> lending.page(here, layout);
      case Screen.Finished here -> finished.page(here, layout);
      case Screen.StillThere here -> stillThere.page(here, layout);
      case Screen.Refused here -> refusal.page(here, layout);
      case Screen.CardLeft here -> cardOnReader.page(here, layout);
      case Screen.CardLifted here -> cardOnReader.page(here, layout);
      case Screen.Help here -> help.page(here, layout);
      case Screen.OutOfService here -> refusal.page(here, layout);
    };
  }
}
