package org.kashidashi.sync.ils.central;

/** Makes a title from outside fit for screens, receipts and the file. */
final class Titles {
  private static final int MAXIMUM = 200;

  private Titles() {}

  /** Control and format characters, which could steer a screen or a printer, become spaces. */
  static String clean(String title) {
    StringBuilder clean = new StringBuilder();
    title
        .codePoints()
        .map(character -> isPlain(character) ? character : ' ')
        .takeWhile(character -> clean.length() + Character.charCount(character) <= MAXIMUM)
        .forEachOrdered(clean::appendCodePoint);
    return clean.toString().strip();
  }

  private static boolean isPlain(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED -> false;
      default -> true;
    };
  }
}
