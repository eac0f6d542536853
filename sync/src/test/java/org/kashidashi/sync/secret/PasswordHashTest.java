package org.kashidashi.sync.secret;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @ParameterizedTest
  @ValueSource(strings = {"a long enough password", "棚の上の青い本 42", "🦊 with a fox"})
  void fitsItsOwnPasswordAlone(String password) {
    String hash = PasswordHash.of(password.toCharArray(), RANDOM);
    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
    assertTrue(PasswordHash.fits(hash, password.toCharArray()));
    assertFalse(PasswordHash.fits(hash, (password + " ").toCharArray()));
    assertFalse(PasswordHash.fits(hash, new char[0]));
  }

  @Test
  void makesHashThatNoPasswordFits() {
    String hash = PasswordHash.ofNobody(new PasswordCost(8, 1), RANDOM);
    assertTrue(hash.startsWith("$argon2id$v=19$m=8,t=1,p=1$"), hash);
    assertFalse(PasswordHash.fits(hash, new char[0]));
    assertNotEquals(hash, PasswordHash.ofNobody(new PasswordCost(8, 1), RANDOM));
  }

  @Test
  void saltsEach() {
    char[] password = "a long enough password".toCharArray();
    assertNotEquals(PasswordHash.of(password, RANDOM), PasswordHash.of(password, RANDOM));
  }

  @Test
  void takesLonePartsOfCharactersWithoutAFuss() {
    char[] half = {'\ud83e'};
    assertFalse(PasswordHash.fits(PasswordHash.of("x".toCharArray(), RANDOM), half));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "password", "$argon2i$v=19$m=19456,t=2,p=1$AAAA$AAAA"})
  void knowsNoOtherForm(String text) {
    assertThrows(IllegalArgumentException.class, () -> PasswordHash.fits(text, "x".toCharArray()));
  }

  /** A damaged text asks for no more than a kiosk has, nor for less than the function takes. */
  @ParameterizedTest
  @ValueSource(strings = {"m=0,t=0", "m=7,t=1", "m=8,t=99", "m=999999,t=1"})
  void costsThatNobodyCanPayFitNothing(String costs) {
    String text = "$argon2id$v=19$%s,p=1$%s$%s".formatted(costs, "A".repeat(22), "A".repeat(43));
    assertFalse(PasswordHash.fits(text, "x".toCharArray()));
  }
}
