package org.kashidashi.sync.circulation.barcode;

/** The check digit schemes that Japanese public libraries use on their barcodes. */
public enum CheckDigit {
  NONE {
    @Override
    boolean fits(String digits) {
      return true;
    }
  },
  /** Modulus 10, weights 2 and 1 from the right, digits of a product added up (分割). */
  M10W21_SPLIT {
    @Override
    boolean fits(String digits) {
      return checkDigitFits(digits, EVEN, true);
    }
  },
  /** Modulus 10, weights 2 and 1 from the right, products added as they are (一括). */
  M10W21_WHOLE {
    @Override
    boolean fits(String digits) {
      return checkDigitFits(digits, EVEN, false);
    }
  },
  /** Modulus 10, weights 3 and 1 from the right: EAN, JAN and ISBN. */
  M10W31 {
    @Override
    boolean fits(String digits) {
      return checkDigitFits(digits, TRIPLE, false);
    }
  };

  private static final int EVEN = 2;
  private static final int TRIPLE = 3;
  private static final int MODULUS = 10;

  /**
   * Whether the last digit is the check digit of those before it.
   *
   * @param digits 2 or more of 0-9
   */
  abstract boolean fits(String digits);

  /** The digit that makes the sum a multiple of ten; 0 if it is one already. */
  private static boolean checkDigitFits(String digits, int weight, boolean split) {
    int sum = digits.charAt(digits.length() - 1) - '0';
    boolean weighted = true;
    for (int index = digits.length() - 2; index >= 0; index--) {
      int product = (digits.charAt(index) - '0') * (weighted ? weight : 1);
      sum += split ? product / MODULUS + product % MODULUS : product;
      weighted = !weighted;
    }
    return sum % MODULUS == 0;
  }
}
