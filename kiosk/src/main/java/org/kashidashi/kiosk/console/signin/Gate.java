package org.kashidashi.kiosk.console.signin;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.kashidashi.kiosk.audit.AuditRecord.ConsoleSignIn.Result;
import org.kashidashi.kiosk.audit.AuditRecord.ConsoleSignIn.Way;
import org.kashidashi.kiosk.console.talk.Phrase;
import org.kashidashi.kiosk.console.talk.Talk;

/**
 * One of the two ways in, which too many failures lock for a while.
 *
 * <p>Each has a lock of its own: noise on a line is taken for passwords, and must not shut out
 * whoever has a key. It is noted once, since it must not fill the disk either.
 */
final class Gate {
  /** How long whoever tries a locked way waits: a noisy line asks for ever. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Way way;
  private final Phrase locked;
  private final SignInLock lock;
  private final BootClock clock;
  private final Notes notes;
  private boolean lockNoted;
  private boolean nonsenseNoted;

  /** Where it is written down what became of an attempt. */
  interface Notes {
    void note(String name, Way way, Result result);
  }

  /** With what is said while it is locked. */
  Gate(Way way, Phrase locked, SignInLock lock, BootClock clock, Notes notes) {
    this.way = way;
    this.locked = locked;
    this.lock = lock;
    this.clock = clock;
    this.notes = notes;
  }

  /** Whether nobody may try now, which is said. */
  boolean locked(Talk talk, String name) {
    Duration left = lock.left();
    if (!left.isPositive()) {
      lockNoted = false;
      return false;
    }
    refuse(talk, name, left);
    clock.pass(PAUSE);
    return true;
  }

  /** Refuses what cannot be a proof, without a judgement and without counting it. */
  void refuseNonsense(Talk talk, String name) {
    talk.say(Phrase.SIGN_IN_FAILED);
    if (!nonsenseNoted) {
      nonsenseNoted = true;
      notes.note(name, way, Result.REFUSED);
    }
    clock.pass(PAUSE);
  }

  /** Judges a proof, which counts as a failure from before that. */
  Optional<Technician> judge(Talk talk, String name, Supplier<Optional<Technician>> judgement) {
    return switch (lock.attempt()) {
      case SignInLock.Answer.Locked(Duration left) -> {
        refuse(talk, name, left);
        yield Optional.empty();
      }
      case SignInLock.Answer.Allowed attempt -> {
        nonsenseNoted = false;
        Optional<Technician> technician = judgement.get();
        if (technician.isPresent()) {
          lock.succeeded(attempt);
        } else {
          notes.note(name, way, lock.left().isPositive() ? Result.LOCKED : Result.REFUSED);
          talk.say(Phrase.SIGN_IN_FAILED);
        }
        yield technician;
      }
    };
  }

  /** Noted once for each lock: a noisy line must not fill the disk. */
  private void refuse(Talk talk, String name, Duration left) {
    talk.say(locked, talk.span(left));
    if (!lockNoted) {
      lockNoted = true;
      notes.note(name, way, Result.WHILE_LOCKED);
    }
  }
}
