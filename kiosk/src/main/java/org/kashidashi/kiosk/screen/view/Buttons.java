package org.kashidashi.kiosk.screen.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kashidashi.kiosk.screen.Choice;

/**
 * Which buttons stand on which page, where not all of them find room at once.
 *
 * @param pages the buttons of each page; the last one turns the page if there are several
 */
record Buttons(List<List<Choice>> pages) {
  Buttons {
    pages = List.copyOf(pages);
  }

  /** With the help among them where it has no place of its own. */
  static Buttons of(List<Choice> choices, boolean help, Layout layout) {
    List<Choice> aside = help && !layout.roomy() ? List.of(Choice.HELP) : List.of();
    if (choices.size() + aside.size() <= layout.slots()) {
      return new Buttons(List.of(joined(choices, aside)));
    }
    int room = layout.slots() - aside.size() - 1;
    List<List<Choice>> pages = new ArrayList<>();
    for (int from = 0; from < choices.size(); from += room) {
      List<Choice> some = choices.subList(from, Math.min(from + room, choices.size()));
      pages.add(joined(joined(some, List.of(Choice.MORE)), aside));
    }
    return new Buttons(pages);
  }

  /** The page with the most buttons, so that the body has the same room on each. */
  List<Choice> most() {
    return pages.stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
  }

  private static List<Choice> joined(List<Choice> some, List<Choice> others) {
    List<Choice> joined = new ArrayList<>(some);
    joined.addAll(others);
    return List.copyOf(joined);
  }
}
