package org.kashidashi.central.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.central.store.Rows;

class DemoLibraryTest {
  @TempDir
  private Path folder = Path.of("");

  @Test
  void givesEveryNumberItsCheckDigit() throws Exception {
    DemoLibrary.load(DemoLibrary.config(folder, 0));
    List<String> numbers = new ArrayList<>(rows("SELECT patron FROM patrons"));
    numbers.addAll(rows("SELECT barcode FROM items"));
    assertEquals(26, numbers.size());
    for (String number : numbers) {
      assertEquals(10, number.length());
      assertEquals(0, modulus10Weight21(number), number);
    }
  }

  @Test
  void showsThatItsPatronsAreInvented() throws Exception {
    DemoLibrary.load(DemoLibrary.config(folder, 0));
    for (String patron : rows("SELECT patron FROM patrons")) {
      assertTrue(patron.startsWith("99999"), patron);
    }
  }

  @Test
  void changesNothingWhenLoadedAgain() throws Exception {
    DemoLibrary.load(DemoLibrary.config(folder, 0));
    List<String> before = rows("SELECT * FROM loans");
    DemoLibrary.load(DemoLibrary.config(folder, 0));
    assertEquals(before, rows("SELECT * FROM loans"));
  }

  /** Weights 2, 1 from the right of the check digit, products of two digits split. */
  private static int modulus10Weight21(String number) {
    int sum = 0;
    for (int place = 0; place < number.length(); place++) {
      int digit = number.charAt(number.length() - 1 - place) - '0';
      int product = place % 2 == 0 ? digit : digit * 2;
      sum += product / 10 + product % 10;
    }
    return sum % 10;
  }

  private List<String> rows(String query) throws Exception {
    return Rows.of(folder.resolve("central.db"), query);
  }
}
