package org.kashidashi.kiosk.console.talk;

/**
 * Takes out of a text what could steer a terminal or deceive its reader.
 *
 * <p>ECMA-48 control functions begin with a character of C0 or C1; direction marks and the like are
 * of Unicode's category Cf. Whatever has no shape of its own goes as well.
 */
final class Printable {
  private static final int ASCII_MAXIMUM = 0x7E;
  private static final char REPLACEMENT = '?';

  /** Left out: 48 C says it all. */
  private static final int DEGREE = '°';

  private static final Character.UnicodeBlock BOX = Character.UnicodeBlock.BOX_DRAWING;

  private Printable() {}

  /** One row: no line break stays either. */
  static String row(String text, boolean ascii) {
    StringBuilder row = new StringBuilder(text.length());
    text.codePoints().forEach(sign -> {
      if (!shows(sign)) {
        row.append(Character.isWhitespace(sign) ? ' ' : REPLACEMENT);
      } else if (!ascii || sign <= ASCII_MAXIMUM) {
        row.appendCodePoint(sign);
      } else if (sign != DEGREE) {
        row.append(drawn(sign));
      }
    });
    return row.toString();
  }

  /** Frames of screens, as a typewriter draws them. */
  private static char drawn(int sign) {
    return switch (sign) {
      case '─', '━', '▀', '▄' -> '-';
      case '│', '┃', '█', '▌', '▐' -> '|';
      default -> BOX.equals(Character.UnicodeBlock.of(sign)) ? '+' : REPLACEMENT;
    };
  }

  /** Whether a character has a shape, or is a blank. */
  static boolean shows(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }
}
