package org.kashidashi.kiosk.screen.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.HelpDesk;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Site;
import org.kashidashi.kiosk.screen.Theme;
import org.kashidashi.kiosk.session.HelpTopic;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Preferences;

/** Whom the help sends people to, as the library has set it, and nobody else. */
final class HelpDesksTest {
  private static final HelpDesk CARD =
      new HelpDesk("0120-000-111", "9:31-20:01", "9:32-17:32", "12/28-1/4", "7");
  private static final HelpDesk CERTIFICATE =
      new HelpDesk("0570-000-222 / 03-0000-3333", "9:03-20:03", "", "12/27-1/5", "");

  @ParameterizedTest
  @EnumSource(Language.class)
  void namesDesksWithHoursDaysOffAndChoice(Language language) {
    String said = help(language, HelpTopic.DESKS, CARD, CERTIFICATE);
    for (HelpDesk desk : List.of(CARD, CERTIFICATE)) {
      assertTrue(said.contains(desk.telephone()), said);
      assertTrue(said.contains(desk.hours()), said);
      assertTrue(said.contains(desk.holidayHours()), said);
      assertTrue(said.contains(desk.closed()), said);
      assertTrue(said.contains(desk.choice()), said);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysNothingOfWhatIsNotSet(Language language) {
    HelpDesk bare = new HelpDesk("0120-000-111", "", "", "", "");
    String few = help(language, HelpTopic.DESKS, bare, HelpDesk.none());
    long numbers = few.chars().filter(Character::isDigit).count();
    assertEquals("0120000111".length(), numbers, few);
    String hoursAlone =
        help(language, HelpTopic.DESKS, bare, new HelpDesk("0570-1", "9:00-9:01", "", "", ""));
    assertTrue(hoursAlone.contains("9:00-9:01"), hoursAlone);
    assertFalse(hoursAlone.contains("{"), hoursAlone);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void sendsPeopleWithQuestionsOnMyKeyIdsToTheDeskOfCards(Language language) {
    String said = help(language, HelpTopic.MYKEY, CARD, CERTIFICATE);
    assertTrue(said.contains(CARD.telephone()), said);
    assertTrue(said.contains(CARD.hours()) && said.contains(CARD.holidayHours()), said);
    assertTrue(said.contains(CARD.closed()), said);
  }

  /** All pages of the narrow panel, as one line for each row. */
  private static String help(
      Language language, HelpTopic topic, HelpDesk card, HelpDesk certificate) {
    Site site = new Site("貸出図書館", "館", "カウンター", "", "", "", "-", card, certificate);
    ScreenView view =
        new ScreenView(new Catalogue(), site, Theme.standard(), Grid.of(78, 23), Grid.of(37, 11));
    Screen help = new Screen.Help(topic, false, List.of(), false, 60);
    Preferences preferences = Preferences.of(language);
    List<String> rows = new ArrayList<>();
    int pages = view.draw(help, preferences, 0).pages();
    for (int page = 0; page < pages; page++) {
      List<String> all = Cells.rows(view.draw(help, preferences, page).image());
      // Between the title and what every screen has below it.
      rows.addAll(all.subList(2, body(all)));
    }
    return String.join("\n", rows);
  }

  private static int body(List<String> rows) {
    for (int row = 2; row < rows.size(); row++) {
      if (rows.get(row).indexOf('▄') >= 0 || rows.get(row).contains("60")) {
        return row;
      }
    }
    return rows.size();
  }
}
