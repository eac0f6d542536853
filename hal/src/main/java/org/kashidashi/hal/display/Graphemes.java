package org.kashidashi.hal.display;

import com.googlecode.lanterna.TextCharacter;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes text apart into what a cell, or two, can hold.
 *
 * <p>What no cell can hold, because terminals do not agree on its width or because it steers the
 * terminal instead of showing something, becomes {@link #GETA}: the sign that Japanese printers set
 * for a type they do not have.
 */
final class Graphemes {
  static final String GETA = "〓";

  /** A base and two marks, as Vietnamese has; more is an ornament that leaves its cell. */
  private static final int MAXIMUM_CODE_POINTS = 3;

  private Graphemes() {}

  static List<String> of(String text) {
    return PlainText.is(text) ? PlainText.characters(text) : takenApart(text);
  }

  /** By the rules for all scripts. */
  static List<String> takenApart(String text) {
    List<String> graphemes = new ArrayList<>(text.length());
    BreakIterator boundaries = BreakIterator.getCharacterInstance(Locale.ROOT);
    boundaries.setText(text);
    int start = boundaries.first();
    for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
      add(text.substring(start, end), graphemes);
      start = end;
    }
    return graphemes;
  }

  /** Cells taken by a grapheme that {@link #of} gave. */
  static int columns(String grapheme) {
    return CharacterWidth.of(grapheme.codePointAt(0));
  }

  private static void add(String cluster, List<String> graphemes) {
    String visible = withoutInvisible(cluster);
    if (visible.isEmpty()) {
      return;
    }
    String composed =
        isSingle(visible) ? visible : Normalizer.normalize(visible, Normalizer.Form.NFC);
    if (isSingle(composed)) {
      graphemes.add(single(composed));
    } else if (composed.equals("\r\n")) {
      graphemes.add(" ");
    } else if (composed.chars().allMatch(Graphemes::isHalfwidthKatakana)) {
      composed.chars().forEach(character -> graphemes.add(Character.toString(character)));
    } else {
      graphemes.add(isWideWithMarks(composed) ? composed : GETA);
    }
  }

  /** Variation selectors choose a shape, which no font of ours has; the others show nothing. */
  private static String withoutInvisible(String cluster) {
    return cluster
        .codePoints()
        .filter(c -> !(c >= 0xFE00 && c <= 0xFE0F) && !(c >= 0xE0100 && c <= 0xE01EF))
        .filter(c -> !(c >= 0x200B && c <= 0x200D) && c != 0x2060 && c != 0xFEFF && c != 0xAD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isSingle(String text) {
    return text.codePointCount(0, text.length()) == 1;
  }

  private static String single(String character) {
    int codePoint = character.codePointAt(0);
    if (Character.isSpaceChar(codePoint) || codePoint == '\t' || isLineEnd(codePoint)) {
      return codePoint == 0x3000 ? character : " ";
    }
    if (!isShown(codePoint) || isRightToLeft(codePoint)) {
      return GETA;
    }
    // Lanterna takes two cells for some that are narrow: there is no way to place those in one.
    boolean placeable = CharacterWidth.of(codePoint) == 2
        || !TextCharacter.fromString(character)[0].isDoubleWidth();
    return placeable ? character : GETA;
  }

  private static boolean isLineEnd(int codePoint) {
    return codePoint == '\n' || codePoint == '\r';
  }

  private static boolean isShown(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK -> false;
      default -> true;
    };
  }

  /** Some terminals turn whole rows around for these, frames with them. */
  private static boolean isRightToLeft(int codePoint) {
    byte direction = Character.getDirectionality(codePoint);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
        || direction == Character.DIRECTIONALITY_ARABIC_NUMBER;
  }

  private static boolean isHalfwidthKatakana(int character) {
    return character >= 0xFF61 && character <= 0xFF9F;
  }

  /** か゚ and its like: Lanterna takes two cells for every cluster, and so does a wide base. */
  private static boolean isWideWithMarks(String cluster) {
    int[] codePoints = cluster.codePoints().toArray();
    if (codePoints.length > MAXIMUM_CODE_POINTS || !CharacterWidth.isAgreed(codePoints[0])) {
      return false;
    }
    for (int i = 1; i < codePoints.length; i++) {
      if (Character.getType(codePoints[i]) != Character.NON_SPACING_MARK) {
        return false;
      }
    }
    return CharacterWidth.of(codePoints[0]) == 2;
  }
}
