package org.kashidashi.kiosk.screen.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.CounterSamples;
import org.kashidashi.kiosk.screen.OtherLoans;
import org.kashidashi.kiosk.screen.Paper;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Screens;
import org.kashidashi.kiosk.screen.SlipWords;
import org.kashidashi.kiosk.screen.Theme;
import org.kashidashi.kiosk.screen.VisitSamples;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.RefusalCode;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.LoanOut;

final class WordsUsedTest {
  private final ResourceBundle words = Catalogue.shipped(Language.JAPANESE);
  private final Asked asked = new Asked(words);
  private final Catalogue catalogue = new Catalogue(_ -> asked);

  /** What stands under a code is there for every code, whether it can come up today or not. */
  @Test
  void leavesNoWordUnused() {
    SpeechScript script = new SpeechScript(catalogue, SampleStates.SITE);
    ScreenView view = new ScreenView(
        catalogue, SampleStates.SITE, Theme.standard(), Grid.of(60, 22), Grid.of(30, 11));
    SampleStates.all().values().forEach(state -> {
      Screen screen = Screens.of(state, SampleStates.RULES);
      view.draw(screen, SampleStates.JAPANESE, 0);
      view.draw(screen, SampleStates.JAPANESE.withLarge(true), 0, true);
      script.whole(screen, Language.JAPANESE, true);
      script.countdown(screen, Language.JAPANESE);
    });
    CounterSamples.all().values().forEach(screen -> {
      view.draw(screen, SampleStates.JAPANESE, 0);
      script.whole(screen, Language.JAPANESE, false);
    });
    SlipWords slips = new SlipWords(
        catalogue,
        SampleStates.SITE,
        new Paper(new CellTypesetting(), 48, true),
        () -> Optional.of(LocalDateTime.of(2026, 11, 20, 14, 5)));
    OtherLoans known = new OtherLoans.Known(Stream.of("20000001", "20000002", "20000003")
        .map(item -> new LoanOut(new ItemBarcode(item), "", VisitSamples.TODAY, false))
        .toList());
    slips.receipt(VisitSamples.offline(), new OtherLoans.Unknown(), Language.JAPANESE);
    slips.record(VisitSamples.cut(), Language.JAPANESE);
    slips.refusal(VisitSamples.refusal(RefusalCode.E_103), Language.JAPANESE);
    slips.receipt(VisitSamples.withoutDates(), known, Language.JAPANESE);

    Set<String> unused = new TreeSet<>(words.keySet());
    unused.removeAll(asked.keys);
    unused.removeIf(key -> key.startsWith("E-"));
    // Asked for where a library has names for them.
    unused.removeIf(key -> key.startsWith("place."));
    assertEquals(Set.of(), unused);
  }

  /** Remembers which words were asked for. */
  private static final class Asked extends ResourceBundle {
    private final Set<String> keys = new TreeSet<>();
    private final ResourceBundle words;

    Asked(ResourceBundle words) {
      this.words = words;
    }

    @Override
    protected Object handleGetObject(String key) {
      keys.add(key);
      return words.getObject(key);
    }

    @Override
    public boolean containsKey(String key) {
      return words.containsKey(key);
    }

    @Override
    public Enumeration<String> getKeys() {
      return words.getKeys();
    }
  }
}
