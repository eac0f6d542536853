package org.kashidashi.hal.card;

import java.util.Arrays;

/**
 * A short command APDU (ISO/IEC 7816-4, 5.2): CLA INS P1 P2, then Lc and data, then Le, each only
 * if present. Immutable, but for {@link #wipe}. Extended length does not exist here: cheap readers fail on it.
 */
public final class CommandApdu {
  private static final int HEADER = 4;
  private static final int MAXIMUM_DATA = 255;
  private static final int MAXIMUM_EXPECTED = 256;

  private final byte[] bytes;

  private CommandApdu(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Case 1: no data, no answer expected. */
  public static CommandApdu of(int cla, int ins, int p1, int p2) {
    return new CommandApdu(header(cla, ins, p1, p2, HEADER));
  }

  /**
   * Case 2: an answer of up to {@code expected} bytes.
   *
   * @param expected 1 to 256
   */
  public static CommandApdu expecting(int cla, int ins, int p1, int p2, int expected) {
    byte[] bytes = header(cla, ins, p1, p2, HEADER + 1);
    bytes[HEADER] = le(expected);
    return new CommandApdu(bytes);
  }

  /**
   * Case 3: data, no answer expected.
   *
   * @param data 1 to 255 bytes
   */
  public static CommandApdu sending(int cla, int ins, int p1, int p2, byte[] data) {
    return new CommandApdu(withData(cla, ins, p1, p2, data, 0));
  }

  /**
   * Case 4: data, and an answer of up to {@code expected} bytes.
   *
   * @param data 1 to 255 bytes
   * @param expected 1 to 256
   */
  public static CommandApdu exchanging(
      int cla, int ins, int p1, int p2, byte[] data, int expected) {
    byte[] bytes = withData(cla, ins, p1, p2, data, 1);
    bytes[bytes.length - 1] = le(expected);
    return new CommandApdu(bytes);
  }

  /**
   * Reads a command as it came over a wire.
   *
   * @throws IllegalArgumentException if the bytes are no short command APDU
   */
  public static CommandApdu parse(byte[] bytes) {
    boolean wellFormed = switch (bytes.length) {
      case 0, 1, 2, 3 -> false;
      case HEADER, HEADER + 1 -> true;
      default -> {
        int lc = bytes[HEADER] & 0xFF;
        int rest = bytes.length - HEADER - 1;
        yield lc > 0 && (rest == lc || rest == lc + 1);
      }
    };
    if (!wellFormed) {
      throw new IllegalArgumentException(
          "%d bytes are no short command APDU (ISO/IEC 7816-4, 5.2)".formatted(bytes.length));
    }
    return new CommandApdu(bytes.clone());
  }

  public int cla() {
    return bytes[0] & 0xFF;
  }

  public int ins() {
    return bytes[1] & 0xFF;
  }

  public int p1() {
    return bytes[2] & 0xFF;
  }

  public int p2() {
    return bytes[3] & 0xFF;
  }

  /** The command data, empty in cases 1 and 2. */
  public byte[] data() {
    if (bytes.length <= HEADER + 1) {
      return new byte[0];
    }
    int lc = bytes[HEADER] & 0xFF;
    return Arrays.copyOfRange(bytes, HEADER + 1, HEADER + 1 + lc);
  }

  /** How many bytes of answer are asked for, 0 to 256. */
  public int expected() {
    boolean hasLe = bytes.length == HEADER + 1
        || (bytes.length > HEADER + 1 && bytes.length == HEADER + 2 + (bytes[HEADER] & 0xFF));
    if (!hasLe) {
      return 0;
    }
    int le = bytes[bytes.length - 1] & 0xFF;
    return le == 0 ? MAXIMUM_EXPECTED : le;
  }

  /** A copy of the bytes as they go over the wire. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** Overwrites the command data with zeros, once a secret in it has been sent. */
  public void wipe() {
    if (bytes.length > HEADER + 1) {
      Arrays.fill(bytes, HEADER + 1, HEADER + 1 + (bytes[HEADER] & 0xFF), (byte) 0);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CommandApdu that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The header alone: command data may be secret. */
  @Override
  public String toString() {
    return "%02X %02X %02X %02X (%d bytes)".formatted(cla(), ins(), p1(), p2(), bytes.length);
  }

  private static byte[] withData(int cla, int ins, int p1, int p2, byte[] data, int tail) {
    if (data.length < 1 || data.length > MAXIMUM_DATA) {
      throw new IllegalArgumentException(
          "command data of %d bytes, need 1 to %d".formatted(data.length, MAXIMUM_DATA));
    }
    byte[] bytes = header(cla, ins, p1, p2, HEADER + 1 + data.length + tail);
    bytes[HEADER] = (byte) data.length;
    System.arraycopy(data, 0, bytes, HEADER + 1, data.length);
    return bytes;
  }

  private static byte[] header(int cla, int ins, int p1, int p2, int length) {
    byte[] bytes = new byte[length];
    bytes[0] = (byte) cla;
    bytes[1] = (byte) ins;
    bytes[2] = (byte) p1;
    bytes[3] = (byte) p2;
    return bytes;
  }

  private static byte le(int expected) {
    if (expected < 1 || expected > MAXIMUM_EXPECTED) {
      throw new IllegalArgumentException(
          "expected length %d, need 1 to %d".formatted(expected, MAXIMUM_EXPECTED));
    }
    return (byte) expected;
  }
}
