package org.kashidashi.hal.card.jpki;

import java.util.HexFormat;

/**
 * The name of an application on a card, its AID (ISO/IEC 7816-4, 12.2.3).
 *
 * @param hex 5 to 16 bytes as upper-case hexadecimal
 */
public record ApplicationIdentifier(String hex) {
  private static final String FORM = "([0-9A-F]{2}){5,16}";

  public ApplicationIdentifier {
    if (!hex.matches(FORM)) {
      throw new IllegalArgumentException(
          "AID '%s' is not 5 to 16 bytes in upper-case hexadecimal".formatted(hex));
    }
  }

  /** As it stands in a SELECT. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
