package org.kashidashi.hal.display;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import java.util.EnumSet;

/**
 * How text is painted into cells.
 *
 * @param letters whose narrow letters are to look alike
 */
public record CellStyle(
    TextColor foreground, TextColor background, boolean bold, Lettering letters) {
  public CellStyle(TextColor foreground, TextColor background, boolean bold) {
    this(foreground, background, bold, Lettering.JAPANESE);
  }

  public CellStyle(TextColor foreground, TextColor background) {
    this(foreground, background, false);
  }

  public CellStyle inBold() {
    return new CellStyle(foreground, background, true, letters);
  }

  public CellStyle with(Lettering others) {
    return others == letters ? this : new CellStyle(foreground, background, bold, others);
  }

  /** An empty cell of this background, to fill an image with. */
  public TextCharacter blank() {
    return character(" ");
  }

  /** One grapheme in this style. */
  TextCharacter character(String grapheme) {
    EnumSet<SGR> modifiers = bold ? EnumSet.of(SGR.BOLD) : EnumSet.noneOf(SGR.class);
    if (letters == Lettering.VIETNAMESE) {
      modifiers.add(Lettering.MARK);
    }
    return TextCharacter.fromString(grapheme, foreground, background, modifiers)[0];
  }
}
