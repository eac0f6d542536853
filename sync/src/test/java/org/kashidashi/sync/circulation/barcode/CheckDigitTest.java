package org.kashidashi.sync.circulation.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CheckDigitTest {
  @ParameterizedTest
  @CsvSource({
    "M10W21_SPLIT, 12345678, 2",
    "M10W21_WHOLE, 12345678, 4",
    "M10W31, 12345678, 4",
    // A sum that is a multiple of ten already.
    "M10W21_SPLIT, 0000, 0",
    "M10W21_SPLIT, 18, 2",
    // The published example of an ISBN.
    "M10W31, 978030640615, 7",
  })
  void onlyTheRightDigitFits(CheckDigit scheme, String number, int right) {
    for (int digit = 0; digit <= 9; digit++) {
      assertEquals(digit == right, scheme.fits(number + digit), number + digit);
    }
  }
}
