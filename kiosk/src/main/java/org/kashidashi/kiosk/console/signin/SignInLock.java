package org.kashidashi.kiosk.console.signin;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.kashidashi.sync.file.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts failures of one way to sign in for all consoles of a machine, and locks it on all of them
 * after too many.
 *
 * <p>An attempt counts as failed from before it is judged, and on the disk: pulling the plug between
 * judgement and note gives no further attempt. A note that is damaged counts as a lock that begins
 * now. Where nothing can be noted, one failure is left in each fifth of the term: a disk that has
 * become read-only must let a technician in, and nobody who guesses. For signatures, which nobody
 * guesses, it is the first at once: without a disk there are no passwords.
 *
 * <p>One thread in each process.
 */
final class SignInLock {
  private static final Duration ALONE = LockState.TERM.dividedBy(LockState.FAILURES_MAXIMUM);

  private static final Logger LOG = LoggerFactory.getLogger(SignInLock.class);

  private final SignInFile note;
  private final Turn turn;
  private final BootClock clock;

  /** When somebody last tried without a note and failed in this process, or as good as did. */
  private Duration alone;

  private SignInLock(Path folder, String name, BootClock clock, Duration alone) {
    this.note = new SignInFile(folder.resolve(name));
    this.turn = new Turn(folder);
    this.clock = clock;
    this.alone = alone;
  }

  /**
   * Of passwords, in a folder that all consoles of the machine share.
   *
   * @param folder on the file system that keeps what is written
   */
  static SignInLock ofPasswords(Path folder, BootClock clock) {
    return new SignInLock(folder, "lock", clock, clock.sinceBoot());
  }

  /** Of signatures, in the same folder. */
  static SignInLock ofKeys(Path folder, BootClock clock) {
    return new SignInLock(folder, "lock-keys", clock, clock.sinceBoot().minus(ALONE));
  }

  /** What an attempt is allowed. */
  sealed interface Answer {
    /** It may be judged now. */
    record Allowed(long at, boolean noted) implements Answer {}

    record Locked(Duration left) implements Answer {}
  }

  /** How long nobody may try; zero if somebody may. */
  Duration left() {
    try {
      return inTurn(now -> {
        LockState state = state(now);
        String text = state.written(clock.boot());
        if (!note.read().orElse(LockState.open().written(clock.boot())).equals(text)) {
          note.write(text);
        }
        return state.left(now);
      });
    } catch (IOException unwritable) {
      LOG.debug("the console's lock cannot be noted", unwritable);
      return leftAlone();
    }
  }

  /** Notes a failure before anything is judged. */
  Answer attempt() {
    try {
      return inTurn(now -> {
        LockState state = state(now);
        if (state.locked()) {
          return new Answer.Locked(state.left(now));
        }
        note.write(state.failedAt(now).written(clock.boot()));
        return new Answer.Allowed(now, true);
      });
    } catch (IOException unwritable) {
      LOG.warn("no lock can be noted ({}); one attempt in {} is left", unwritable, ALONE);
      Duration left = leftAlone();
      if (left.isPositive()) {
        return new Answer.Locked(left);
      }
      alone = clock.sinceBoot();
      return new Answer.Allowed(alone.toMillis(), false);
    }
  }

  /** The attempt was judged to be good: it was no failure. */
  void succeeded(Answer.Allowed attempt) {
    if (!attempt.noted()) {
      // Whoever has come in on such a disk has to prove it again for what makes room on it.
      alone = clock.sinceBoot().minus(ALONE);
      return;
    }
    try {
      var _ = inTurn(now -> {
        note.write(state(now).without(attempt.at()).written(clock.boot()));
        return now;
      });
    } catch (IOException unwritable) {
      LOG.warn("a good sign-in stays noted as a failure", unwritable);
    }
  }

  private Duration leftAlone() {
    Duration left = ALONE.minus(clock.sinceBoot().minus(alone));
    return left.isPositive() ? left : Duration.ZERO;
  }

  private LockState state(long now) throws IOException {
    return note.read()
        .map(text -> LockState.parse(text, clock.boot(), now).orElseGet(() -> {
          LOG.warn("{} is damaged; sign-in is locked from now on", note.path());
          return LockState.lockedAt(now);
        }))
        .orElseGet(LockState::open);
  }

  private interface AtTurn<T> {
    T take(long now) throws IOException;
  }

  private <T> T inTurn(AtTurn<T> work) throws IOException {
    return turn.take(() -> work.take(clock.sinceBoot().toMillis()));
  }
}
