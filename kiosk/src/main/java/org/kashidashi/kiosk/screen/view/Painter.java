package org.kashidashi.kiosk.screen.view;

import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.graphics.BasicTextImage;
import com.googlecode.lanterna.graphics.TextImage;
import java.util.ArrayList;
import java.util.List;
import org.kashidashi.hal.display.CellStyle;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.kiosk.screen.Choice;
import org.kashidashi.kiosk.screen.Texts;
import org.kashidashi.kiosk.screen.view.Layout.Area;
import org.kashidashi.kiosk.session.Action;

/** Paints one page into cells. */
final class Painter {
  private static final int MARGIN = 2;
  private static final int FOOTER_GAP = 3;

  private final Texts texts;
  private final Layout layout;
  private final TextImage image;
  private final List<Target> targets = new ArrayList<>();

  Painter(Texts texts, Layout layout) {
    this.texts = texts;
    this.layout = layout;
    this.image = new BasicTextImage(
        layout.size(),
        TextCharacter.fromCharacter(' ', Palette.BODY.foreground(), Palette.BODY.background())[0]);
  }

  Frame paint(Page page) {
    frame(page);
    body(page);
    List<Area> areas = layout.buttons(page.choices().size());
    for (int i = 0; i < areas.size(); i++) {
      boolean main = i == 0 && page.choices().getFirst().way() != Choice.Way.OUT;
      button(areas.get(i), page.choices().get(i), i + 1, main, main && page.framed());
    }
    footer(page.footer());
    return new Frame(image, targets);
  }

  private void frame(Page page) {
    CellStyle title = page.warning() ? Palette.HINT : Palette.TITLE;
    CellStyle footer = page.footer().hint() ? Palette.HINT : Palette.FOOTER;
    int footerTop = layout.footerTop();
    across(0, "┌─┐", Palette.hidden(title));
    across(1, "│ │", Palette.hidden(title));
    across(2, "├─┤", Palette.hidden(title));
    for (int row = 3; row < footerTop; row++) {
      across(row, "│ │", Palette.FRAME);
    }
    across(footerTop, "├─┤", Palette.hidden(footer));
    across(footerTop + 1, "│ │", Palette.hidden(footer));
    across(footerTop + 2, "└─┘", Palette.hidden(footer));
    put(MARGIN, 1, Cells.fit(page.title(), layout.columns() - 2 * MARGIN), title);
  }

  private void across(int row, String pieces, CellStyle style) {
    put(0, row, stretched(pieces, layout.columns()), style);
  }

  private static String stretched(String pieces, int columns) {
    return pieces.charAt(0) + pieces.substring(1, 2).repeat(columns - 2) + pieces.charAt(2);
  }

  private void body(Page page) {
    Area area = layout.body(page.choices().size());
    int row = area.row();
    for (Row each : Arrangement.of(page, area.columns(), area.rows())) {
      row(each, area, row);
      row++;
    }
  }

  private void row(Row row, Area area, int at) {
    if (row.kind() == Row.Kind.SPACING) {
      return;
    }
    if (row.kind() == Row.Kind.BAND) {
      across(at, "│ │", Palette.hidden(row.pieces().getFirst().style()));
    }
    int column = area.column();
    for (Row.Piece piece : row.pieces()) {
      column = put(column, at, piece.text(), piece.style());
    }
  }

  private void button(Area area, Choice choice, int key, boolean main, boolean framed) {
    CellStyle style = main ? Palette.MAIN_BUTTON : Palette.OTHER_BUTTON;
    if (main && !framed) {
      block(area, style, Palette.BODY);
    } else {
      box(area, style, framed ? List.of("╔═╗", "║ ║", "╚═╝") : List.of("┌─┐", "│ │", "└─┘"));
    }
    int middle = area.row() + (area.rows() - 2) / 2;
    String english = "[" + key + "] " + texts.englishLabel(choice);
    inner(area, middle, texts.label(choice), style);
    inner(area, middle + 1, english, Palette.plain(style));
    targets.add(
        new Target(area.column(), area.row(), area.columns(), area.rows(), choice.action()));
  }

  /** A block of colour that begins and ends in the middle of a row. */
  private void block(Area area, CellStyle style, CellStyle around) {
    int last = area.row() + area.rows() - 1;
    put(area.column(), area.row(), "▄".repeat(area.columns()), Palette.edge(style, around));
    for (int row = area.row() + 1; row < last; row++) {
      put(area.column(), row, " ".repeat(area.columns()), style);
    }
    put(area.column(), last, "▀".repeat(area.columns()), Palette.edge(style, around));
  }

  private void box(Area area, CellStyle style, List<String> pieces) {
    int last = area.row() + area.rows() - 1;
    put(area.column(), area.row(), stretched(pieces.getFirst(), area.columns()), style);
    for (int row = area.row() + 1; row < last; row++) {
      put(area.column(), row, stretched(pieces.get(1), area.columns()), style);
    }
    put(area.column(), last, stretched(pieces.getLast(), area.columns()), style);
  }

  private void inner(Area area, int row, String text, CellStyle style) {
    put(area.column() + 1, row, Cells.centre(text, area.columns() - 2), style);
  }

  private void footer(Page.Footer footer) {
    int top = layout.footerTop();
    CellStyle style = footer.hint() ? Palette.HINT : Palette.FOOTER;
    int column = MARGIN;
    if (!footer.help().isEmpty()) {
      int columns = Cells.columns(footer.help()) + 2;
      block(new Area(1, top, columns, 3), Palette.MAIN_BUTTON, style);
      put(MARGIN, top + 1, footer.help(), Palette.MAIN_BUTTON);
      targets.add(new Target(0, top, columns + 2, 3, Action.HELP));
      column = columns + FOOTER_GAP;
    }
    put(column, top + 1, Cells.fit(footer.text(), layout.columns() - MARGIN - column), style);
  }

  private int put(int column, int row, String text, CellStyle style) {
    return Cells.put(image, column, row, text, style);
  }
}
