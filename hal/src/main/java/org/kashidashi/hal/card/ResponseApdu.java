package org.kashidashi.hal.card;

import java.util.Arrays;

/** A response APDU (ISO/IEC 7816-4, 5.3): data, then the status word. Immutable. */
public final class ResponseApdu {
  private static final int STATUS_WORD = 2;

  private final byte[] bytes;

  private ResponseApdu(byte[] bytes) {
    this.bytes = bytes;
  }

  public static ResponseApdu of(byte[] data, StatusWord status) {
    byte[] bytes = Arrays.copyOf(data, data.length + STATUS_WORD);
    bytes[data.length] = (byte) (status.value() >> 8);
    bytes[data.length + 1] = (byte) status.value();
    return new ResponseApdu(bytes);
  }

  public static ResponseApdu of(StatusWord status) {
    return of(new byte[0], status);
  }

  /**
   * Reads a response as it came from a reader.
   *
   * @throws IllegalArgumentException if there are fewer than 2 bytes
   */
  public static ResponseApdu parse(byte[] bytes) {
    if (bytes.length < STATUS_WORD) {
      throw new IllegalArgumentException(
          "response of %d bytes, need at least %d".formatted(bytes.length, STATUS_WORD));
    }
    return new ResponseApdu(bytes.clone());
  }

  public byte[] data() {
    return Arrays.copyOf(bytes, bytes.length - STATUS_WORD);
  }

  public StatusWord status() {
    int high = bytes[bytes.length - 2] & 0xFF;
    int low = bytes[bytes.length - 1] & 0xFF;
    return new StatusWord(high << 8 | low);
  }

  public boolean succeeded() {
    return status().equals(StatusWord.SUCCESS);
  }

  /** A copy of the bytes as they came over the wire. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResponseApdu that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The length and the status word: response data may be personal. */
  @Override
  public String toString() {
    return "%d bytes, %s".formatted(bytes.length - STATUS_WORD, status());
  }
}
