package org.kashidashi.kiosk.console.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.kiosk.console.signin.SignInLock.Answer;

final class SignInLockTest {
  private static final Duration TERM = Duration.ofMinutes(15);
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir
  Path folder;

  private final MovedClock clock = new MovedClock();

  /** Of another process each time. */
  private SignInLock console() {
    return SignInLock.ofPasswords(folder, clock);
  }

  private Answer.Allowed allowed(SignInLock lock) {
    return assertInstanceOf(Answer.Allowed.class, lock.attempt());
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      allowed(console());
      clock.pass(SECOND);
    }
  }

  @Test
  void locksAllConsolesAfterFiveFailuresForFifteenMinutes() {
    fail(5);
    assertEquals(new Answer.Locked(TERM.minus(SECOND)), console().attempt());
    clock.pass(TERM.minus(SECOND).minusMillis(1));
    assertInstanceOf(Answer.Locked.class, console().attempt());
    clock.pass(Duration.ofMillis(1));
    allowed(console());
  }

  @Test
  void countsAttemptThatWasNeverJudged() {
    // As if the plug had been pulled each time between the judgement and its note.
    fail(5);
    assertTrue(console().left().isPositive());
  }

  @Test
  void doesNotCountGoodSignIn() {
    fail(4);
    SignInLock lock = console();
    lock.succeeded(allowed(lock));
    assertEquals(Duration.ZERO, console().left());
    allowed(console());
    assertTrue(console().left().isPositive(), "the failures of before were forgotten");
  }

  @Test
  void forgetsFailuresOneByOne() {
    fail(4);
    clock.pass(TERM);
    fail(4);
    assertEquals(Duration.ZERO, console().left());
  }

  @Test
  void beginsLockAnewAfterReboot() {
    fail(5);
    clock.pass(Duration.ofMinutes(14));
    clock.reboot();
    assertEquals(TERM, console().left());
    clock.pass(Duration.ofMinutes(14));
    assertInstanceOf(Answer.Locked.class, console().attempt());
    clock.pass(Duration.ofMinutes(1));
    allowed(console());
  }

  @Test
  void keepsFailuresOverReboot() {
    fail(4);
    clock.reboot();
    allowed(console());
    assertTrue(console().left().isPositive());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lock 1",
        "lock 1 00000000-0000-0000-0000-000000000001 locked end\n",
        "lock 1 00000000-0000-0000-0000-000000000001 open 999999999999 end\n",
        "lock 2 00000000-0000-0000-0000-000000000001 open end\n",
        "lock 1 00000000-0000-0000-0000-000000000001 open 1 2 3 4 5 6 end\n",
        "\u0000\u0000\u0000"
      })
  void locksOnceWhenItsNoteIsDamaged(String damaged) throws IOException {
    Files.writeString(folder.resolve("lock"), damaged);
    assertEquals(TERM, console().left());
    clock.pass(TERM);
    assertEquals(Duration.ZERO, console().left());
    allowed(console());
  }

  @Test
  void leavesOneFailureInThreeMinutesWhereNothingCanBeNoted() throws IOException {
    // A folder in the note's place can be neither read nor replaced, not even by root.
    Files.createDirectories(folder.resolve("lock").resolve("in the way"));
    SignInLock lock = console();
    assertEquals(new Answer.Locked(Duration.ofMinutes(3)), lock.attempt());
    clock.pass(Duration.ofMinutes(3));
    assertEquals(Duration.ZERO, lock.left());
    lock.succeeded(allowed(lock));
    // Whoever has come in proves it once more to make room on such a disk.
    lock.succeeded(allowed(lock));
    allowed(lock);
    assertEquals(new Answer.Locked(Duration.ofMinutes(3)), lock.attempt());
    assertEquals(new Answer.Locked(Duration.ofMinutes(3)), console().attempt());
  }

  @Test
  void leavesTheFirstSignatureAtOnceWhereNothingCanBeNoted() throws IOException {
    Files.createDirectories(folder.resolve("lock-keys").resolve("in the way"));
    SignInLock lock = SignInLock.ofKeys(folder, clock);
    allowed(lock);
    clock.pass(SECOND);
    assertEquals(new Answer.Locked(Duration.ofSeconds(179)), lock.attempt());
  }

  @Test
  void keepsItsNoteFromOthers() throws IOException {
    fail(1);
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(folder.resolve("lock")));
  }
}
