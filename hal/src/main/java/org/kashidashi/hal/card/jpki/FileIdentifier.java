package org.kashidashi.hal.card.jpki;

/**
 * The identifier of an EF.
 *
 * @param value 1 to 30, so that it is its own short identifier (ISO/IEC 7816-4, 7.4.1.1)
 */
public record FileIdentifier(int value) {
  private static final int SHORT_MAX = 30;

  public FileIdentifier {
    if (value < 1 || value > SHORT_MAX) {
      throw new IllegalArgumentException(
          "file identifier %04X, need 0001 to %04X".formatted(value, SHORT_MAX));
    }
  }

  /** As it stands in a SELECT. */
  public byte[] bytes() {
    return new byte[] {(byte) (value >> 8), (byte) value};
  }

  @Override
  public String toString() {
    return "EF %04X".formatted(value);
  }
}
