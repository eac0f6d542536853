package org.kashidashi.hal.driver.escpos;

import org.kashidashi.hal.driver.escpos.EscPosSettings.Cut;

/** The ESC/POS commands in use, no more than most printers know, by the names of their standard. */
final class EscPosCommand {
  static final int DLE = 0x10;

  /** Rows of blank paper between the print head and the tear bar: 15 mm. */
  private static final int ROWS_TO_TEAR_BAR = 120;

  private EscPosCommand() {}

  /** ESC @: forgets what was not printed, and all modes. */
  static byte[] initialise() {
    return octets(0x1B, '@');
  }

  /** GS v 0: rows of dots, most significant bit left, as a block of its own at the left margin. */
  static byte[] raster(int widthOctets, byte[] rows) {
    int count = rows.length / widthOctets;
    byte[] head =
        octets(0x1D, 'v', '0', 0, widthOctets & 0xFF, widthOctets >> 8, count & 0xFF, count >> 8);
    byte[] command = new byte[head.length + rows.length];
    System.arraycopy(head, 0, command, 0, head.length);
    System.arraycopy(rows, 0, command, head.length, rows.length);
    return command;
  }

  /** GS V, function B: feeds to the cutter before it cuts. */
  static byte[] end(Cut cut) {
    return switch (cut) {
      case PARTIAL -> octets(0x1D, 'V', 'B', 0);
      case FULL -> octets(0x1D, 'V', 'A', 0);
      case NONE -> raster(1, new byte[ROWS_TO_TEAR_BAR]);
    };
  }

  /** GS r 1: the state of the paper, answered when everything before it has been worked off. */
  static byte[] paperStatusInTurn() {
    return octets(0x1D, 'r', 1);
  }

  /** DLE EOT n: answered at once, whatever waits in the printer's buffer. */
  static byte[] statusAtOnce(StatusRequest request) {
    return octets(DLE, 0x04, request.number());
  }

  /** DLE DC4, function 8: the printer throws away what waits in its buffer, if it knows this. */
  static byte[] clearBuffer() {
    return octets(DLE, 0x14, 8, 1, 3, 20, 1, 6, 2, 8);
  }

  /** Whether two bytes in a row begin a command that is obeyed even within a picture. */
  static boolean actsAtOnce(int first, int second) {
    return first == DLE && (second == 0x04 || second == 0x05 || second == 0x14);
  }

  private static byte[] octets(int... values) {
    byte[] octets = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      octets[i] = (byte) values[i];
    }
    return octets;
  }
}
