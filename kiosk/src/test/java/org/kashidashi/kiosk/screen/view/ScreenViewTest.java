package org.kashidashi.kiosk.screen.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.Choice;
import org.kashidashi.kiosk.screen.HelpDesk;
import org.kashidashi.kiosk.screen.HostileTitles;
import org.kashidashi.kiosk.screen.RefusalText;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Screens;
import org.kashidashi.kiosk.screen.Site;
import org.kashidashi.kiosk.screen.Texts;
import org.kashidashi.kiosk.screen.Theme;
import org.kashidashi.kiosk.screen.VisitSamples;
import org.kashidashi.kiosk.session.Action;
import org.kashidashi.kiosk.session.KioskState;
import org.kashidashi.kiosk.session.Language;

@TestInstance(Lifecycle.PER_CLASS)
final class ScreenViewTest {
  static final List<String> HOSTILE = HostileTitles.ALL;

  private static final TerminalSize SMALLEST = new TerminalSize(60, 22);

  private static final List<TerminalSize> SIZES =
      List.of(SMALLEST, new TerminalSize(78, 22), new TerminalSize(81, 25));

  /** Larger than any panel. */
  private static final TerminalSize LARGE = new TerminalSize(133, 50);

  private final Texts texts = new Catalogue().of(Language.JAPANESE);
  private final List<Drawn> drawn = drawAll();

  @Test
  void keepsFrameAroundEveryScreenAtEverySize() {
    forAllSizes(drawing -> {
      for (String row : drawing.rows()) {
        assertTrue("┌├│└▄▀".indexOf(row.charAt(0)) >= 0, row);
        assertTrue("┐┤│┘▄▀".indexOf(row.charAt(row.length() - 1)) >= 0, row);
      }
    });
  }

  @Test
  void fillsEveryRowToTheLastColumn() {
    forAllSizes(drawing -> {
      int columns = drawing.frame().image().getSize().getColumns();
      drawing.rows().forEach(row -> assertEquals(columns, Cells.columns(row), row));
    });
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void keepsFrameWhateverTheTitle(String title) {
    Screen screen = screen(SampleStates.lendingTo(VisitSamples.borrowing(title)));
    for (TerminalSize size : List.of(SMALLEST, LARGE)) {
      for (String row :
          Cells.rows(view(size).draw(screen, SampleStates.JAPANESE, 0).image())) {
        assertEquals(size.getColumns(), Cells.columns(row), row);
        assertTrue("┐┤│┘▄▀".indexOf(row.charAt(row.length() - 1)) >= 0, row);
        assertFalse(row.chars().anyMatch(Character::isISOControl), row);
      }
    }
  }

  private static final HelpDesk LONGEST_DESK =
      new HelpDesk("0".repeat(32), "9".repeat(16), "9".repeat(16), "1".repeat(16), "1".repeat(4));

  @Test
  void keepsFrameWithTheLongestSite() {
    Site site = new Site(
        "館".repeat(18),
        "号".repeat(8),
        "窓".repeat(12),
        "0".repeat(16),
        "w".repeat(60),
        "時".repeat(40),
        "0".repeat(16),
        LONGEST_DESK,
        LONGEST_DESK);
    ScreenView view = new ScreenView(
        new Catalogue(), site, Theme.standard(), new Grid(SMALLEST, 0), Grid.of(30, 11));
    for (KioskState state : SampleStates.all().values()) {
      for (String row :
          Cells.rows(view.draw(screen(state), SampleStates.JAPANESE, 0).image())) {
        assertEquals(60, Cells.columns(row), row);
        assertTrue("┐┤│┘▄▀".indexOf(row.charAt(row.length() - 1)) >= 0, row);
      }
    }
  }

  @Test
  void showsWholeTextOfEveryRefusal() {
    forAllSizes(drawing -> {
      Optional<RefusalText> text = refusalText(drawing.screen());
      String shown = squeezed(String.join("", drawing.rows()));
      text.ifPresent(refusal -> {
        assertTrue(shown.contains(squeezed(refusal.title())), shown);
        assertTrue(shown.contains(refusal.code()), shown);
        assertTrue(shown.contains(squeezed(refusal.lines())), shown);
        assertTrue(shown.contains(squeezed(refusal.plain())), shown);
        assertTrue(shown.contains(squeezed(refusal.english())), shown);
      });
    });
  }

  private Optional<RefusalText> refusalText(Screen screen) {
    return switch (screen) {
      case Screen.Refused refused -> Optional.of(texts.of(refused.refusal()));
      case Screen.OutOfService(FaultCode fault, boolean _, var _, var _) ->
        Optional.of(texts.of(fault));
      default -> Optional.empty();
    };
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s│]", "");
  }

  @Test
  void cutsNoTextOfOurOwn() {
    for (Map.Entry<String, KioskState> sample : SampleStates.all().entrySet()) {
      if (!sample.getKey().contains("many") && !sample.getKey().contains("enough")) {
        Frame frame = view(SMALLEST).draw(screen(sample.getValue()), SampleStates.JAPANESE, 0);
        String shown = String.join("\n", Cells.rows(frame.image()));
        assertFalse(shown.contains(".."), shown);
      }
    }
  }

  @Test
  void showsNeitherFullNumberNorMoreThanItsEnd() {
    forAllSizes(drawing -> {
      String shown = String.join("", drawing.rows());
      assertFalse(shown.contains(VisitSamples.PATRON_NUMBER.substring(6)), shown);
    });
  }

  @Test
  void putsEveryButtonUnderItsOwnAction() {
    forAllSizes(drawing -> {
      Frame frame = drawing.frame();
      List<Action> offered = frame.targets().stream()
          .map(Target::action)
          .filter(action -> action != Action.HELP)
          .filter(action -> action != Action.NEXT_PAGE || drawing.frame().pages() == 1)
          .toList();
      List<Action> expected = drawing.screen().choices().stream()
          .map(Choice::action)
          .filter(action -> action != Action.NEXT_PAGE || drawing.frame().pages() == 1)
          .toList();
      assertEquals(expected, offered);
      assertEquals(
          drawing.screen().helpOffered(),
          frame.targets().stream().anyMatch(target -> target.action() == Action.HELP));
      frame.targets().forEach(target -> assertHit(frame, target));
    });
  }

  private static void assertHit(Frame frame, Target target) {
    int right = target.column() + target.columns() - 1;
    int bottom = target.row() + target.rows() - 1;
    assertTrue(target.rows() >= 3 && target.columns() >= 12, target.toString());
    assertTrue(bottom < frame.image().getSize().getRows());
    assertTrue(right < frame.image().getSize().getColumns());
    assertEquals(Optional.of(target.action()), frame.actionAt(target.column(), target.row()));
    assertEquals(Optional.of(target.action()), frame.actionAt(right, bottom));
  }

  @Test
  void givesNothingForTapBesideButtons() {
    Frame frame = view(SMALLEST)
        .draw(screen(SampleStates.all().values().iterator().next()), SampleStates.JAPANESE, 0);
    assertEquals(Optional.empty(), frame.actionAt(0, 0));
    assertEquals(Optional.empty(), frame.actionAt(-1, 500));
  }

  @Test
  void refusesPanelThatIsTooSmall() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> view(new TerminalSize(19, 22)));
    assertEquals(
        "panel of 19 columns and 22 rows, need at least 20 and 11: use a smaller font",
        refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> view(new TerminalSize(60, 10)));
  }

  private record Drawn(Screen screen, Frame frame, List<String> rows) {}

  private List<Drawn> drawAll() {
    List<Drawn> all = new ArrayList<>();
    for (TerminalSize size : SIZES) {
      ScreenView view = view(size);
      for (KioskState state : SampleStates.all().values()) {
        Frame frame = view.draw(screen(state), SampleStates.JAPANESE, 0);
        all.add(new Drawn(screen(state), frame, Cells.rows(frame.image())));
      }
    }
    return all;
  }

  private void forAllSizes(Consumer<Drawn> check) {
    drawn.forEach(check);
  }

  private ScreenView view(TerminalSize size) {
    return new ScreenView(
        new Catalogue(), SampleStates.SITE, Theme.standard(), new Grid(size, 0), Grid.of(30, 11));
  }

  private static Screen screen(KioskState state) {
    return Screens.of(state, SampleStates.RULES);
  }
}
