package org.kashidashi.hal.display;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
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

  /** An empty cell of this background, to fill an image with. */
  public TextCharacter blank() {
    return character(" ");
  }

  /** One grapheme in this style. */
  TextCharacter character(String grapheme) {
    EnumSet<SGR> modifiers = bold ? EnumSet.of(SGR.BOLD) : EnumSet.noneOf(SGR.class);
    return TextCharacter.fromString(grapheme, foreground, background, modifiers)[0];
  }
}
