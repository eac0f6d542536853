package org.kashidashi.kiosk.screen.view;

import java.util.ArrayList;
import java.util.List;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.kiosk.screen.Choice;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Texts;
import org.kashidashi.kiosk.screen.view.Layout.Area;

/** Paints a page's buttons into cells. */
record ButtonPainter(Brush brush, Texts texts, Layout layout, Page page) {
  static final int NEXT_PAGE_KEY = 9;

  private static final int LEAST_LABEL = 6;
  private static final int SHORT_LABEL = 8;

  /** How many columns each of them needs within its borders. */
  List<Integer> needs(List<Choice> choices) {
    return choices.stream().map(choice -> need(label(choice))).toList();
  }

  /** Where each of them can be touched. */
  List<Target> paint(List<Choice> shown) {
    List<Area> areas = layout.buttons(needs(shown));
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < areas.size(); i++) {
      Choice choice = shown.get(i);
      Area area = areas.get(i);
      button(area, choice, i == 0 && choice.way() == Choice.Way.ON);
      targets.add(
          new Target(area.column(), area.row(), area.columns(), area.rows(), choice.action()));
    }
    return targets;
  }

  /** A short word stands in one row, a longer one in two. */
  private static int need(String label) {
    int columns = Cells.columns(label);
    return columns <= SHORT_LABEL ? Math.max(columns, LEAST_LABEL) : columns / 2 + 2;
  }

  private String label(Choice choice) {
    return page.labels().getOrDefault(choice, texts.label(choice));
  }

  private void button(Area area, Choice choice, boolean main) {
    Ink ink = main ? Ink.MAIN_BUTTON : Ink.OTHER_BUTTON;
    boolean framed = main && page.framed();
    int border = layout.roomy() ? 1 : 0;
    if (!layout.roomy()) {
      brush.fill(area, brush.palette().of(main ? Ink.MAIN_BUTTON : Ink.CLOSE_BUTTON));
    } else if (main && !framed) {
      brush.block(area, ink, Ink.BODY);
    } else {
      brush.box(area, ink, framed ? Brush.DOUBLE : Brush.LIGHT);
    }
    Area inner = new Area(
        area.column() + border,
        area.row() + border,
        area.columns() - 2 * border,
        area.rows() - 2 * border);
    words(inner, choice, layout.roomy() || main ? ink : Ink.CLOSE_BUTTON);
  }

  /** The label in as many rows as it needs; its key, and what else there is room for, below. */
  private void words(Area area, Choice choice, Ink ink) {
    String label = label(choice);
    String key = key(choice);
    List<String> rows = Balance.wrap(label, area.columns());
    String below = "";
    if (rows.size() < area.rows()) {
      String other = page.labels().containsKey(choice) ? "" : texts.otherLabel(choice);
      String both = (key + " " + other).strip();
      below = Cells.columns(both) <= area.columns() ? both : key;
    } else {
      List<String> keyed = Balance.wrap((key + " " + label).strip(), area.columns());
      rows = keyed.size() <= area.rows() ? keyed : cut(rows, area);
    }
    int at = area.row() + (area.rows() - rows.size() - (below.isEmpty() ? 0 : 1)) / 2;
    for (String row : rows) {
      brush.centred(area, at, row, brush.palette().of(ink));
      at++;
    }
    if (!below.isEmpty()) {
      brush.centred(area, at, below, brush.palette().plain(ink));
    }
  }

  /** So many rows as there are; a cut is seen. */
  private static List<String> cut(List<String> rows, Area area) {
    List<String> whole = rows.subList(0, Math.min(rows.size(), area.rows()) - 1);
    List<String> cut = new ArrayList<>(whole);
    cut.add(Cells.fit(String.join("", rows.subList(whole.size(), rows.size())), area.columns()));
    return cut;
  }

  private String key(Choice choice) {
    int number = page.choices().indexOf(choice) + 1;
    if (choice == Choice.MORE) {
      return "[" + NEXT_PAGE_KEY + "]";
    }
    if (choice == Choice.HELP) {
      return "[*]";
    }
    return number <= Screen.NUMBERED_MAXIMUM ? "[" + number + "]" : "";
  }
}
