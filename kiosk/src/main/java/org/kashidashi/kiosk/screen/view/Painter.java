package org.kashidashi.kiosk.screen.view;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.graphics.BasicTextImage;
import com.googlecode.lanterna.graphics.TextImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kashidashi.hal.display.CellStyle;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.display.Lettering;
import org.kashidashi.hal.display.Picture;
import org.kashidashi.hal.display.Tiles;
import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.Texts;
import org.kashidashi.kiosk.screen.view.Layout.Area;
import org.kashidashi.kiosk.session.Action;

/** Paints one page into cells. */
final class Painter {
  private static final int MARGIN = 2;
  private static final int LOGO_GAP = 2;
  private static final int FOOTER_GAP = 3;
  private static final int FOOTER_ROWS = 3;
  private static final String FOOTER_APART = "   ";

  private final Texts texts;
  private final Layout layout;
  private final Palette palette;
  private final TerminalSize panel;
  private final Picture logo;
  private final TextImage image;
  private final Brush brush;
  private final List<Target> targets = new ArrayList<>();
  private final List<PadKey> keys = new ArrayList<>();

  /**
   * @param panel the panel's cells of normal size
   * @param logo to stand in the title
   */
  Painter(
      Texts texts,
      Lettering letters,
      Layout layout,
      Palette palette,
      TerminalSize panel,
      Picture logo) {
    this.texts = texts;
    this.layout = layout;
    this.palette = palette;
    this.panel = panel;
    this.logo = logo;
    this.image = new BasicTextImage(layout.size(), palette.of(Ink.BODY).blank());
    this.brush = new Brush(image, letters, palette);
  }

  Frame paint(Page page, boolean help, int number) {
    if (page.pad().drawn()) {
      return withPad(page);
    }
    Buttons buttons = Buttons.of(page.choices(), help, layout);
    ButtonPainter painter = new ButtonPainter(brush, texts, layout, page);
    Area area = layout.body(layout.titleRows(page.title()), painter.needs(buttons.most()));
    List<List<Row>> bodies = Arrangement.of(page, area.columns(), area.rows());
    int pages = Math.max(bodies.size(), buttons.pages().size());
    int shown = Math.min(number, pages - 1);
    frame(page);
    targets.addAll(painter.paint(buttons.pages().get(shown % buttons.pages().size())));
    List<Row> rows = bodies.get(shown % bodies.size());
    lift(rows, page, area);
    body(rows, area);
    if (bodies.size() > 1) {
      turn(area, shown % bodies.size() + 1, bodies.size());
    }
    footer(page.footer(), help);
    return new Frame(image, targets, keys, panel, shown, pages);
  }

  /** Its text is short by intention: no key is left to turn a page with. */
  private Frame withPad(Page page) {
    PadLayout plan = new PadLayout(layout, layout.titleRows(page.title()));
    Area area = plan.body();
    List<List<Row>> bodies = Arrangement.of(page, area.columns(), area.rows());
    frame(page);
    body(bodies.getFirst(), area);
    PadPainter pad = new PadPainter(brush, layout.roomy());
    keys.addAll(pad.paint(page.pad(), plan.keys()));
    footer(page.footer(), false);
    return new Frame(image, targets, keys, panel, 0, bodies.size());
  }

  /** The whole text leads to its next page, since a row of it is lower than a finger. */
  private void turn(Area area, int number, int pages) {
    int row = area.row() + area.rows() - 1;
    String more =
        "[" + ButtonPainter.NEXT_PAGE_KEY + "] " + texts.of(Message.MORE_ROWS, number, pages);
    brush.put(area.column(), row, Cells.fill(more, area.columns()), palette.of(Ink.HINT));
    targets.add(
        new Target(area.column(), area.row(), area.columns(), area.rows(), Action.NEXT_PAGE));
  }

  private void frame(Page page) {
    Ink title = page.warning() ? Ink.HINT : Ink.TITLE;
    Ink footer = page.footer().hint() ? Ink.HINT : Ink.FOOTER;
    int footerTop = layout.footerTop();
    if (layout.roomy()) {
      across(0, "┌─┐", palette.hidden(title));
      across(1, "│ │", palette.hidden(title));
      across(2, "├─┤", palette.hidden(title));
      for (int row = 3; row < footerTop; row++) {
        across(row, "│ │", palette.of(Ink.FRAME));
      }
      across(footerTop, "├─┤", palette.hidden(footer));
      across(footerTop + 1, "│ │", palette.hidden(footer));
      across(footerTop + 2, "└─┘", palette.hidden(footer));
    }
    title(page.title(), title);
    logo(page.title(), palette.of(title));
  }

  /** At the right end of the title, as far as the title leaves room. */
  private void logo(String text, CellStyle style) {
    int rows = layout.titleRows(text);
    int words = titleLines(text).stream().mapToInt(Cells::columns).max().orElse(0);
    int room = layout.columns() - 2 * titleMargin() - words - LOGO_GAP;
    int columns = Tiles.columns(logo, rows, room);
    if (columns > 0) {
      Tiles.put(image, layout.columns() - titleMargin() - columns, 0, columns, rows, style);
    }
  }

  private int titleMargin() {
    return layout.roomy() ? MARGIN : 0;
  }

  private List<String> titleLines(String text) {
    return Balance.wrap(text, layout.columns() - 2 * titleMargin());
  }

  private void title(String text, Ink ink) {
    int margin = titleMargin();
    int columns = layout.columns() - 2 * margin;
    int room = layout.titleRows(text);
    List<String> rows = titleLines(text);
    int top = Math.max(0, room - rows.size()) / 2;
    for (int row = 0; row < Math.min(rows.size(), room); row++) {
      brush.put(margin, top + row, Cells.fill(rows.get(row), columns), palette.of(ink));
    }
  }

  private void across(int row, String pieces, CellStyle style) {
    brush.put(0, row, Brush.stretched(pieces, layout.columns()), style);
  }

  private void body(List<Row> rows, Area area) {
    int at = area.row();
    Optional<Ink> above = Optional.empty();
    for (Row each : rows) {
      boolean band = each.kind() == Row.Kind.BAND;
      if (each.kind() == Row.Kind.SPACING && above.isPresent()) {
        across(at, "▀▀▀", palette.edge(above.get(), Ink.BODY));
      }
      row(each, area, at);
      above = band ? Optional.of(each.pieces().getFirst().style()) : Optional.empty();
      at++;
    }
  }

  /** A band below the title begins in the title's last row, if that is empty. */
  private void lift(List<Row> rows, Page page, Area area) {
    boolean empty =
        layout.roomy() && titleLines(page.title()).size() < layout.titleRows(page.title());
    if (empty && !rows.isEmpty() && rows.getFirst().kind() == Row.Kind.BAND) {
      Ink band = rows.getFirst().pieces().getFirst().style();
      across(area.row() - 1, "▄▄▄", palette.edge(band, page.warning() ? Ink.HINT : Ink.TITLE));
    }
  }

  private void row(Row row, Area area, int at) {
    if (row.kind() == Row.Kind.SPACING) {
      return;
    }
    if (row.kind() == Row.Kind.BAND) {
      across(at, "│ │", palette.hidden(row.pieces().getFirst().style()));
    }
    int column = area.column();
    for (Row.Piece piece : row.pieces()) {
      column = brush.put(column, at, piece.text(), palette.of(piece.style()));
    }
  }

  private void footer(Page.Footer footer, boolean help) {
    int top = layout.footerTop();
    Ink ink = footer.hint() ? Ink.HINT : Ink.FOOTER;
    if (!layout.roomy()) {
      brush.put(
          0, top, Cells.fill(parts(footer, layout.columns()), layout.columns()), palette.of(ink));
      return;
    }
    int column = MARGIN;
    if (help) {
      String word = texts.of(Message.FOOTER_HELP);
      int columns = Cells.columns(word) + 2;
      // On a ground that may have the main button's colour.
      Ink button = footer.hint() ? Ink.CLOSE_BUTTON : Ink.MAIN_BUTTON;
      brush.block(new Area(1, top, columns, 3), button, ink);
      brush.put(MARGIN, top + 1, word, palette.of(button));
      targets.add(new Target(0, top, columns + 2, 3, Action.HELP));
      column = columns + FOOTER_GAP;
    }
    int room = layout.columns() - MARGIN - column;
    List<String> rows = Balance.wrap(parts(footer, room), room);
    int at = top + (FOOTER_ROWS - Math.min(FOOTER_ROWS, rows.size())) / 2;
    for (String row : rows.subList(0, Math.min(FOOTER_ROWS, rows.size()))) {
      brush.put(column, at, row, palette.of(ink));
      at++;
    }
  }

  /** As many parts as there is room for. */
  private static String parts(Page.Footer footer, int columns) {
    String text = "";
    for (String part : footer.parts()) {
      String longer = text.isEmpty() ? part : text + FOOTER_APART + part;
      if (!text.isEmpty() && Cells.columns(longer) > columns) {
        return text;
      }
      text = longer;
    }
    return text;
  }
}
