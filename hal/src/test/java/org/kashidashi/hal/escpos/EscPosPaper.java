package org.kashidashi.hal.escpos;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An ESC/POS printer without its mechanics: takes bytes, gives answers, and keeps the paper that
 * came out. It does not care how the bytes travel. Any thread.
 *
 * <p>Strict: it knows the commands that most printers know, and notes everything else as refused.
 * As in a printer, what is to be printed waits in a buffer while there is no paper or the cover is
 * open, and real-time commands (DLE EOT, DLE DC4) are obeyed as they arrive, even within a picture.
 */
public final class EscPosPaper {
  private static final int DLE = 0x10;
  private static final int ESC = 0x1B;
  private static final int GS = 0x1D;
  private static final byte[] CLEAR = {DLE, 0x14, 8, 1, 3, 20, 1, 6, 2, 8};

  /** More than the longest slip: who sends more does not listen to the printer. */
  private static final int BUFFER_OCTETS = 1 << 20;

  private final int rowOctets;
  private final boolean clearing;
  private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
  private final List<byte[]> rows = new ArrayList<>();
  private final List<BufferedImage> pieces = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private byte[] buffer = new byte[0];
  private byte[] newest = new byte[CLEAR.length];
  private int pictureOctets;
  private int pictureRows;
  private int rowsPrinted;
  private int rowsUntilPaperEnds = Integer.MAX_VALUE;
  private boolean paperNearEnd;
  private boolean coverOpen;
  private boolean inError;

  /**
   * @param dots across the paper: 384 on 58 mm, 576 on 80 mm
   */
  public EscPosPaper(int dots) {
    this(dots, true);
  }

  /**
   * @param clearing whether it knows how to throw its buffer away (DLE DC4, function 8)
   */
  public EscPosPaper(int dots, boolean clearing) {
    this.rowOctets = dots / 8;
    this.clearing = clearing;
  }

  /** Takes what the driver sent; gives what the printer answers. */
  public synchronized byte[] accept(byte... octets) {
    for (byte octet : octets) {
      buffer = Arrays.copyOf(buffer, buffer.length + 1);
      buffer[buffer.length - 1] = octet;
      obeyAtOnce(octet);
      if (buffer.length > BUFFER_OCTETS) {
        throw new IllegalStateException("buffer of %d bytes is full".formatted(BUFFER_OCTETS));
      }
      workOff();
    }
    byte[] given = answers.toByteArray();
    answers.reset();
    return given;
  }

  /** What was cut off, oldest first: each as wide as the paper, black or white. */
  public synchronized List<BufferedImage> pieces() {
    return List.copyOf(pieces);
  }

  /** The commands that no printer knows, or that this one must never see. */
  public synchronized List<String> refused() {
    return List.copyOf(refused);
  }

  /** All rows of dots that ever came out. */
  public synchronized int rowsPrinted() {
    return rowsPrinted;
  }

  public synchronized void endPaperAfter(int dotRows) {
    rowsUntilPaperEnds = dotRows;
  }

  public synchronized void comeNearPaperEnd() {
    paperNearEnd = true;
  }

  public synchronized void openCover() {
    coverOpen = true;
  }

  /** The cutter is stuck. */
  public synchronized void fail() {
    inError = true;
  }

  /** Puts in paper, closes the cover; what waited comes out, and is answered with the next bytes. */
  public synchronized void seeToIt() {
    rowsUntilPaperEnds = Integer.MAX_VALUE;
    paperNearEnd = false;
    coverOpen = false;
    inError = false;
    workOff();
  }

  /** Switches off and on: what waited is gone. */
  public synchronized void restart() {
    buffer = new byte[0];
    newest = new byte[CLEAR.length];
    pictureRows = 0;
    answers.reset();
  }

  private boolean isStopped() {
    return coverOpen || inError || rowsUntilPaperEnds == 0;
  }

  private void obeyAtOnce(byte octet) {
    System.arraycopy(newest, 1, newest, 0, newest.length - 1);
    newest[newest.length - 1] = octet;
    int last = newest.length - 1;
    if (newest[last - 2] == DLE && newest[last - 1] == 0x04) {
      answers.write(status(octet));
    }
    if (clearing && Arrays.equals(newest, CLEAR)) {
      buffer = new byte[0];
      pictureRows = 0;
      answers.writeBytes(new byte[] {0x37, 0x25, 0x00});
    }
  }

  private int status(int request) {
    boolean paperEnded = rowsUntilPaperEnds == 0;
    return 0x12
        | switch (request) {
          case 1 -> isStopped() ? 0x08 : 0;
          case 2 -> (coverOpen ? 0x04 : 0) | (paperEnded ? 0x20 : 0) | (inError ? 0x40 : 0);
          case 3 -> inError ? 0x08 : 0;
          case 4 -> (paperNearEnd ? 0x0C : 0) | (paperEnded ? 0x60 : 0);
          default -> 0;
        };
  }

  private void workOff() {
    int worked = 1;
    while (worked > 0 && buffer.length > 0 && !isStopped()) {
      worked = pictureRows > 0 ? printRow() : obey();
      buffer = Arrays.copyOfRange(buffer, worked, buffer.length);
    }
  }

  /** Gives how many bytes it took: 0 while the row is not whole. */
  private int printRow() {
    if (buffer.length < pictureOctets) {
      return 0;
    }
    byte[] row = Arrays.copyOf(Arrays.copyOf(buffer, pictureOctets), rowOctets);
    for (int i = 1; i < pictureOctets; i++) {
      if (row[i - 1] == DLE && (row[i] == 0x04 || row[i] == 0x05 || row[i] == 0x14)) {
        refused.add("real-time command within a picture");
      }
    }
    rows.add(row);
    rowsPrinted++;
    pictureRows--;
    rowsUntilPaperEnds -= rowsUntilPaperEnds == Integer.MAX_VALUE ? 0 : 1;
    return pictureOctets;
  }

  /** Gives how many bytes it took: 0 while the command is not whole. */
  private int obey() {
    return switch (at(0)) {
      case 0 -> 1;
      case ESC -> at(1) == '@' ? 2 : refuseUnlessShorterThan(2);
      case GS -> obeyGroup();
      case DLE ->
        at(1) == 0x04 ? whole(3) : at(1) == 0x14 ? whole(CLEAR.length) : refuseUnlessShorterThan(2);
      default -> refuseUnlessShorterThan(1);
    };
  }

  private int obeyGroup() {
    return switch (at(1)) {
      case 'v' -> whole(8) > 0 ? beginPicture() : 0;
      case 'V' -> whole(4) > 0 ? cut() : 0;
      case 'r' -> whole(3) > 0 ? answerInTurn() : 0;
      default -> refuseUnlessShorterThan(2);
    };
  }

  private int beginPicture() {
    pictureOctets = at(4) | at(5) << 8;
    pictureRows = at(6) | at(7) << 8;
    boolean possible =
        at(2) == '0' && at(3) == 0 && pictureOctets > 0 && pictureOctets <= rowOctets;
    if (!possible || pictureRows == 0) {
      refused.add("picture of %d x %d".formatted(pictureOctets, pictureRows));
      pictureRows = 0;
    }
    return 8;
  }

  private int cut() {
    if (at(2) != 'A' && at(2) != 'B') {
      refused.add("GS V " + at(2));
    }
    BufferedImage piece =
        new BufferedImage(rowOctets * 8, Math.max(1, rows.size()), BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < piece.getHeight(); y++) {
      for (int x = 0; x < piece.getWidth(); x++) {
        boolean ink = y < rows.size() && (rows.get(y)[x / 8] & 0x80 >> x % 8) != 0;
        piece.setRGB(x, y, ink ? 0xFF000000 : 0xFFFFFFFF);
      }
    }
    rows.clear();
    pieces.add(piece);
    return 4;
  }

  private int answerInTurn() {
    if (at(2) != 1) {
      refused.add("GS r " + at(2));
    }
    answers.write(paperNearEnd ? 0x03 : 0x00);
    return 3;
  }

  /** -1 where nothing has come yet. */
  private int at(int index) {
    return index < buffer.length ? buffer[index] & 0xFF : -1;
  }

  private int whole(int octets) {
    return buffer.length < octets ? 0 : octets;
  }

  private int refuseUnlessShorterThan(int octets) {
    if (buffer.length < octets) {
      return 0;
    }
    refused.add("%02X %02X".formatted(at(0), Math.max(0, at(1))));
    return octets;
  }
}
