package org.kashidashi.hal.driver.terminal;

import com.googlecode.lanterna.input.DefaultKeyDecodingProfile;
import com.googlecode.lanterna.input.InputDecoder;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.input.MouseAction;
import com.googlecode.lanterna.input.MouseActionType;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.kashidashi.hal.input.PanelEvent;

/**
 * Turns what a terminal sends into panel events, in cells of the terminal. Belongs to the input
 * thread.
 */
final class TtyKeys {
  /** 250 ms: how long the rest of an escape sequence may take on a slow line. */
  private static final int ESCAPE_TIMEOUT_UNITS = 1;

  private final Incoming incoming;
  private final InputDecoder decoder;

  /** Never blocks: gives only what the terminal has sent already. */
  private static final class Incoming extends InputStream {
    private final Tty tty;
    private final byte[] buffer = new byte[256];
    private int next;
    private int count;
    private boolean hungUp;

    Incoming(Tty tty) {
      this.tty = tty;
    }

    @Override
    public int available() {
      if (next == count && !hungUp && tty.awaitInput(0)) {
        int came = tty.read(buffer);
        hungUp = came < 0;
        next = 0;
        count = Math.max(0, came);
      }
      return count - next;
    }

    @Override
    public int read() {
      if (available() == 0) {
        return -1;
      }
      int octet = buffer[next] & 0xFF;
      next++;
      return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int given = Math.min(available(), length);
      if (given == 0) {
        return -1;
      }
      System.arraycopy(buffer, next, into, offset, given);
      next += given;
      return given;
    }
  }

  TtyKeys(Tty tty) {
    this.incoming = new Incoming(tty);
    // Old mouse reports (X10) are bytes, not characters: each must come through as it is.
    this.decoder = new InputDecoder(new InputStreamReader(incoming, StandardCharsets.ISO_8859_1));
    decoder.addProfile(new DefaultKeyDecodingProfile());
    decoder.addProfile(() -> List.of(new SgrMousePattern()));
    decoder.setTimeoutUnits(ESCAPE_TIMEOUT_UNITS);
  }

  /** Whether nothing will ever come again. */
  boolean hungUp() {
    return incoming.hungUp;
  }

  /** The next event that has come already. May take 250 ms for each half escape sequence. */
  Optional<PanelEvent> next() {
    try {
      KeyStroke stroke = decoder.getNextCharacter(false);
      while (stroke != null) {
        Optional<PanelEvent> event = event(stroke);
        if (event.isPresent()) {
          return event;
        }
        stroke = decoder.getNextCharacter(false);
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the stream above throws none
    }
  }

  private static Optional<PanelEvent> event(KeyStroke stroke) {
    if (stroke instanceof MouseAction mouse) {
      return mouse.getActionType() == MouseActionType.CLICK_RELEASE
          ? Optional.of(new PanelEvent.Tapped(
              mouse.getPosition().getColumn(), mouse.getPosition().getRow()))
          : Optional.empty();
    }
    if (stroke.getKeyType() != KeyType.Character || stroke.isAltDown()) {
      return Optional.empty();
    }
    char key = stroke.getCharacter();
    if (stroke.isCtrlDown()) {
      boolean closes = key == 'c' || key == 'd';
      return closes ? Optional.of(new PanelEvent.PanelClosed()) : Optional.empty();
    }
    boolean printable = key >= 0x20 && key < 0x7F;
    return printable ? Optional.of(new PanelEvent.KeyTyped(key)) : Optional.empty();
  }
}
