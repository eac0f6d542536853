package org.kashidashi.hal.driver.terminal;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.input.CharacterPattern;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.input.MouseAction;
import com.googlecode.lanterna.input.MouseActionType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes the mouse reports that Lanterna does not know.
 *
 * <p>Source: xterm control sequences, extended coordinates, SGR (1006): {@code CSI < button ; column
 * ; row M} for a press and {@code m} for a release, counted from 1.
 */
final class SgrMousePattern implements CharacterPattern {
  /** Three numbers of five digits; a longer one is no mouse. */
  private static final int MAXIMUM_LENGTH = 21;

  private static final Pattern BEGINNING = Pattern.compile("\u001b(\\[(<[0-9;]*)?)?");
  private static final Pattern REPORT =
      Pattern.compile("\u001b\\[<(\\d{1,5});(\\d{1,5});(\\d{1,5})([Mm])");
  private static final int LEFT_BUTTON = 0;

  // Lanterna's contract: nothing for "no match".
  @SuppressWarnings("NullAway")
  @Override
  public Matching match(List<Character> sequence) {
    if (sequence.size() > MAXIMUM_LENGTH) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    sequence.forEach(text::append);
    Matcher report = REPORT.matcher(text);
    if (report.matches()) {
      return new Matching(stroke(report));
    }
    return BEGINNING.matcher(text).matches() ? Matching.NOT_YET : null;
  }

  /** Only the left button says something; the wheel and the others are as good as no key. */
  private static KeyStroke stroke(Matcher report) {
    if (Integer.parseInt(report.group(1)) != LEFT_BUTTON) {
      return new KeyStroke(KeyType.Unknown);
    }
    MouseActionType action =
        report.group(4).equals("m") ? MouseActionType.CLICK_RELEASE : MouseActionType.CLICK_DOWN;
    int column = Integer.parseInt(report.group(2)) - 1;
    int row = Integer.parseInt(report.group(3)) - 1;
    return new MouseAction(action, 1, new TerminalPosition(Math.max(0, column), Math.max(0, row)));
  }
}
