package org.kashidashi.kiosk.screen.view;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.graphics.TextImage;
import java.util.List;
import java.util.Optional;
import org.kashidashi.kiosk.session.Action;

/**
 * A screen as it is painted once, with the places that can be touched.
 *
 * @param keys the ten-key, if one is drawn
 * @param panel the panel's cells of normal size, in which touches are told
 * @param page which of the pages this is, from 0
 * @param pages how many pages the screen has on this panel
 */
public record Frame(
    TextImage image,
    List<Target> targets,
    List<PadKey> keys,
    TerminalSize panel,
    int page,
    int pages) {
  public Frame {
    targets = List.copyOf(targets);
    keys = List.copyOf(keys);
  }

  /** The key of the ten-key that a tap on this cell of normal size presses. */
  public Optional<Character> keyAt(int column, int row) {
    int imageColumn = scaled(column, panel.getColumns(), image.getSize().getColumns());
    int imageRow = scaled(row, panel.getRows(), image.getSize().getRows());
    return keys.stream()
        .filter(key -> key.covers(imageColumn, imageRow))
        .map(PadKey::key)
        .findFirst();
  }

  /** What a tap means on this cell of normal size; to half a cell where the image's are larger. */
  public Optional<Action> actionAt(int column, int row) {
    int imageColumn = scaled(column, panel.getColumns(), image.getSize().getColumns());
    int imageRow = scaled(row, panel.getRows(), image.getSize().getRows());
    return targets.stream()
        .filter(target -> target.covers(imageColumn, imageRow))
        .map(Target::action)
        .findFirst();
  }

  /** The middle of the cell, on the image. */
  private static int scaled(int cell, int panelCells, int imageCells) {
    return (2 * cell + 1) * imageCells / (2 * panelCells);
  }
}
