package org.kashidashi.hal.sim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Writes the token file of the JPKI application, a PKCS #11 CK_TOKEN_INFO of 160 bytes. */
enum TokenLabel {
  MY_NUMBER_CARD("JPKIAPICCTOKEN2"),
  JUKI_CARD("JPKIAPICCTOKEN"),
  ANDROID("JPKIAPGPSETOKEN"),
  IPHONE("JPKIAPIOSTOKEN");

  /** Flags, session counts, PIN lengths (16 and 6), four memory words that say nothing. */
  private static final byte[] NUMBERS = HexFormat.of()
      .parseHex("0000040D" + "00000001" + "00000000" + "00000001" + "00000000" + "00000010"
          + "00000006" + "FFFFFFFF".repeat(4));

  private final String label;

  TokenLabel(String label) {
    this.label = label;
  }

  byte[] file() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(padded(label, 32));
    file.writeBytes(padded("TEST", 32));
    file.writeBytes(padded("TEST0001", 16));
    file.writeBytes(padded("0000000000000000", 16));
    file.writeBytes(NUMBERS);
    file.writeBytes(padded("03", 2));
    file.writeBytes(padded("01", 2));
    file.writeBytes(padded("9".repeat(16), 16));
    return file.toByteArray();
  }

  private static byte[] padded(String text, int length) {
    byte[] field = new byte[length];
    Arrays.fill(field, (byte) ' ');
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, field, 0, bytes.length);
    return field;
  }
}
