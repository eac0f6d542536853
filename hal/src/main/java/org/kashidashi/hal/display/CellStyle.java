package org.kashidashi.hal.display;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.util.EnumSet;

/** How text is painted into cells. */
public record CellStyle(TextColor foreground, TextColor background, boolean bold) {
  public CellStyle(TextColor foreground, TextColor background) {
    this(foreground, background, false);
  }

  public CellStyle inBold() {
    return new CellStyle(foreground, background, true);
  }

  EnumSet<SGR> modifiers() {
    return bold ? EnumSet.of(SGR.BOLD) : EnumSet.noneOf(SGR.class);
  }
}
