package org.kashidashi.kiosk.scenario;

import java.util.List;

/** Numbers of the invented library that scenarios name. */
final class Library {
  /** The holder of the card that is linked to {@link #LIBRARY_CARD}. */
  static final int PATRON = 1;

  static final String LIBRARY_CARD = "9999900120";
  static final String MASKED = "****120";
  static final String EXPIRES = "2027-03-31";

  /** Another patron with nothing against them. */
  static final int NEIGHBOUR = 3;

  static final String NEIGHBOURS_LIBRARY_CARD = "9999900344";
  static final String NEIGHBOUR_MASKED = "****344";

  /** The library knows no such patron, though the check digit is right. */
  static final String UNKNOWN_LIBRARY_CARD = "9999999999";

  static final String BOOK = "1000000016";
  static final String TITLE = "日本の図書館";
  static final List<String> BOOKS = List.of(BOOK, "1000000024", "1000000032");

  /** In the catalogue, and scanned by nobody before. */
  static final String OTHER_BOOK = "1000000040";

  static final String OTHER_TITLE = "川の生きもの図鑑";

  static final String ISBN = "9784000000000";

  private Library() {}

  /** An item barcode of the library's form that is in no catalogue. */
  static String uncatalogued(int number) {
    return withCheckDigit("1999%05d".formatted(number));
  }

  /** Modulus 10, weights 2 and 1 from the right, digits of a product added up. */
  static String withCheckDigit(String digits) {
    int sum = 0;
    boolean doubled = true;
    for (int index = digits.length() - 1; index >= 0; index--) {
      int product = (digits.charAt(index) - '0') * (doubled ? 2 : 1);
      sum += product / 10 + product % 10;
      doubled = !doubled;
    }
    return digits + (10 - sum % 10) % 10;
  }
}
