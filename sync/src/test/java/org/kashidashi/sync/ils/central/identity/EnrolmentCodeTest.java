package org.kashidashi.sync.ils.central.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EnrolmentCodeTest {
  private static final TestAuthority AUTHORITY = new TestAuthority("lib");
  private static final String SECRET = "0123456789ABCDEF";

  @Test
  void marksTheAuthorityOfTheCodeAndNoOther() throws Exception {
    EnrolmentCode code = EnrolmentCode.typed(AUTHORITY.code(SECRET));

    assertEquals(SECRET, code.secret());
    assertTrue(code.marks(AUTHORITY.certificate()));
    assertFalse(code.marks(new TestAuthority("lib").certificate()));
  }

  @Test
  void marksTheAuthorityWhateverItsDigestBeginsWith() throws Exception {
    // Leading zeros and a leading one are where numbers of bits go wrong.
    for (int round = 0; round < 64; round++) {
      TestAuthority authority = new TestAuthority("lib");
      assertTrue(
          EnrolmentCode.typed(authority.code(SECRET)).marks(authority.certificate()),
          () -> authority.certificate().getPublicKey().toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "o123-4567-89ab-cdef-%s",
        "0I23 4567 89ab cdef %s",
        " 0l234567 89ABCDEF\t%s ",
        "0-1-2-3-4-5-6-7-8-9-A-B-C-D-E-F-%s"
      })
  void readsWhatAPersonTypes(String form) throws Exception {
    String mark = AUTHORITY.code(SECRET).substring(20);

    EnrolmentCode code = EnrolmentCode.typed(form.formatted(mark));

    assertEquals(SECRET, code.secret());
    assertTrue(code.marks(AUTHORITY.certificate()));
  }

  @ParameterizedTest
  @CsvSource({
    "0123-4567-89AB-CDEF-0123-4567-89AB-CDU0, group 8 ",
    "0123-45*7-89AB-CDEF-0123-4567-89AB-CDE0, group 2 ",
    "0123-4567-89AB-CDEF-0123-4567-89AB, has 28 characters",
    "0123-4567-89AB-CDE-0123-4567-89AB-CDEF, look at group 4",
    "0123-4567-89AB-CDEFF-0123-4567-89AB-CDEF, look at group 4",
    "'', has 0 characters",
    "０１２３, group 1 ",
  })
  void saysWhichGroupIsMistypedAndNeverWhatItHeld(String typed, String expected) {
    MistypedCodeException mistyped =
        assertThrows(MistypedCodeException.class, () -> EnrolmentCode.typed(typed));

    String message = String.valueOf(mistyped.getMessage());
    assertTrue(message.contains(expected), message);
    assertFalse(message.contains("CDE"), message);
  }

  @Test
  void showsNothingOfItself() throws Exception {
    assertEquals("enrolment code", EnrolmentCode.typed(AUTHORITY.code(SECRET)).toString());
  }
}
