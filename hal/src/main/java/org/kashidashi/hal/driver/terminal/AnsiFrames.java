package org.kashidashi.hal.driver.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.graphics.TextImage;
import com.googlecode.lanterna.terminal.MouseCaptureMode;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.display.Lettering;

/**
 * Turns frames of cells into the bytes that bring a terminal from the last frame to the next.
 *
 * <p>Rows that have changed are sent whole. After each character whose width terminals do not agree
 * on, the cursor is placed anew, so that no such character moves its neighbours. Belongs to one
 * thread at a time.
 */
final class AnsiFrames {
  private final ByteArrayOutputStream sink = new ByteArrayOutputStream();
  private final Ansi ansi = new Ansi(sink);
  private List<List<TextCharacter>> shown = List.of();
  private TerminalSize shownSize = TerminalSize.ZERO;

  /**
   * Lanterna's knowledge of escape sequences, writing into memory. It can be had by inheritance
   * alone. Its text output, which sends NUL bytes and tears characters apart, is replaced.
   *
   * <p>The charset keeps Lanterna from asking for UTF-8 mouse reports (1005), which most terminals
   * of today send as broken UTF-8.
   */
  private static final class Ansi extends ANSITerminal {
    Ansi(ByteArrayOutputStream sink) {
      super(InputStream.nullInputStream(), sink, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void putString(String text) throws IOException {
      writeToTerminal(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected TerminalSize findTerminalSize() {
      return TerminalSize.ZERO; // the inherited one asks the terminal and waits five seconds
    }

    void control(String sequence) throws IOException {
      writeToTerminal(("\u001b[" + sequence).getBytes(StandardCharsets.US_ASCII));
    }
  }

  private interface Writing {
    void run() throws IOException;
  }

  /** Takes the terminal over: alternate screen, no cursor, no wrapping, taps reported. */
  byte[] start() {
    return bytes(() -> {
      ansi.setMouseCaptureMode(MouseCaptureMode.CLICK_RELEASE);
      ansi.enterPrivateMode();
      ansi.control("?1006h"); // exact positions where the terminal can
      ansi.control("?7l");
      ansi.setCursorVisible(false);
    });
  }

  /** Leaves the terminal as it was found. */
  byte[] stop() {
    return bytes(() -> {
      ansi.control("?7h");
      ansi.control("?1006l");
      ansi.exitPrivateMode();
    });
  }

  /** Forgets the last frame: the next one is sent whole. */
  void forget() {
    shown = List.of();
    shownSize = TerminalSize.ZERO;
  }

  byte[] paint(TextImage frame) {
    List<List<TextCharacter>> next = rows(frame);
    boolean anew = !frame.getSize().equals(shownSize);
    byte[] bytes = bytes(() -> {
      if (anew) {
        ansi.resetColorAndSGR();
        ansi.clearScreen();
      }
      for (int row = 0; row < next.size(); row++) {
        if (anew || !next.get(row).equals(shown.get(row))) {
          paintRow(next.get(row), row);
        }
      }
    });
    shown = next;
    shownSize = frame.getSize();
    return bytes;
  }

  private void paintRow(List<TextCharacter> row, int at) throws IOException {
    ansi.setCursorPosition(0, at);
    TextCharacter style = row.getFirst();
    applyStyle(style);
    int column = 0;
    while (column < row.size()) {
      TextCharacter character = row.get(column);
      if (!hasSameStyle(style, character)) {
        style = character;
        applyStyle(style);
      }
      int columns = Math.min(Cells.columns(character), row.size() - column);
      paintCharacter(character.getCharacterString(), columns, column, at);
      column += columns;
    }
  }

  private void paintCharacter(String text, int columns, int column, int row) throws IOException {
    if (Cells.isWidthAgreed(text)) {
      ansi.putString(text);
      return;
    }
    if (columns == 2) {
      ansi.putString("  "); // the terminal may draw it in one cell: clear the other
      ansi.setCursorPosition(column, row);
    }
    ansi.putString(text);
    ansi.setCursorPosition(column + columns, row);
  }

  private void applyStyle(TextCharacter style) throws IOException {
    ansi.resetColorAndSGR();
    for (SGR modifier : style.getModifiers()) {
      if (modifier != Lettering.MARK) {
        ansi.enableSGR(modifier);
      }
    }
    ansi.setForegroundColor(style.getForegroundColor());
    ansi.setBackgroundColor(style.getBackgroundColor());
  }

  private static boolean hasSameStyle(TextCharacter one, TextCharacter other) {
    return one.getForegroundColor().equals(other.getForegroundColor())
        && one.getBackgroundColor().equals(other.getBackgroundColor())
        && one.getModifiers().equals(other.getModifiers());
  }

  private static List<List<TextCharacter>> rows(TextImage frame) {
    List<List<TextCharacter>> rows = new ArrayList<>();
    for (int row = 0; row < frame.getSize().getRows(); row++) {
      List<TextCharacter> characters = new ArrayList<>();
      for (int column = 0; column < frame.getSize().getColumns(); column++) {
        characters.add(frame.getCharacterAt(column, row));
      }
      rows.add(List.copyOf(characters));
    }
    return rows;
  }

  private byte[] bytes(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    byte[] bytes = sink.toByteArray();
    sink.reset();
    return bytes;
  }
}
