package org.kashidashi.kiosk.console.signin;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.audit.AuditRecord.ConsoleSignIn.Result;
import org.kashidashi.kiosk.audit.AuditRecord.ConsoleSignIn.Way;
import org.kashidashi.kiosk.console.talk.BrokenOffException;
import org.kashidashi.kiosk.console.talk.LineOverException;
import org.kashidashi.kiosk.console.talk.Phrase;
import org.kashidashi.kiosk.console.talk.Talk;

/**
 * Lets nobody past who has not proven who they are.
 *
 * <p>Everybody is asked the same and told the same, whether their name exists or not.
 */
public final class SignIn {
  /** How long a challenge can be answered, by a clock that nobody can set. */
  static final Duration CHALLENGE_TERM = Duration.ofMinutes(10);

  private final Device device;
  private final Technicians technicians;
  private boolean lockNoted;
  private final SignInLock lock;
  private final BootClock clock;
  private final SecureRandom random;
  private final Consumer<AuditRecord> audit;

  /**
   * The machine that is signed in to.
   *
   * @param id as the configuration names it
   * @param line which of its lines this is, as the device is called below /dev
   */
  public record Device(String id, String version, String line) {}

  SignIn(
      Device device,
      Technicians technicians,
      SignInLock lock,
      BootClock clock,
      SecureRandom random,
      Consumer<AuditRecord> audit) {
    this.device = device;
    this.technicians = technicians;
    this.lock = lock;
    this.clock = clock;
    this.random = random;
    this.audit = audit;
  }

  /** With the proofs that count, and the notes in the folder that all consoles share. */
  public static SignIn of(
      Device device,
      List<KeyHolder> configured,
      Passwords passwords,
      java.nio.file.Path folder,
      BootClock clock,
      SecureRandom random,
      Consumer<AuditRecord> audit) {
    return new SignIn(
        device,
        new Technicians(configured, passwords, new Proofs.Real(), random),
        new SignInLock(folder, clock),
        clock,
        random,
        audit);
  }

  public Device device() {
    return device;
  }

  /**
   * Asks until somebody has proven who they are.
   *
   * @throws LineOverException the line was hung up; silence is no reason
   */
  public Technician run(Talk talk) throws LineOverException {
    banner(talk);
    while (true) {
      try {
        Optional<Technician> technician = ask(talk);
        if (technician.isPresent()) {
          return technician.get();
        }
      } catch (BrokenOffException again) {
        talk.say(Phrase.BROKEN_OFF);
      } catch (LineOverException over) {
        if (over.reason() == LineOverException.Reason.HUNG_UP) {
          throw over;
        }
        banner(talk);
      }
    }
  }

  private void banner(Talk talk) {
    talk.begin();
    talk.say(Phrase.BANNER, device.id(), device.version());
    talk.say(Phrase.NO_PATRON);
  }

  private Optional<Technician> ask(Talk talk) throws LineOverException, BrokenOffException {
    String name = talk.ask(Phrase.NAME);
    talk.begin();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Duration left = lock.left();
    if (left.isPositive()) {
      talk.say(Phrase.LOCKED, talk.span(left));
      if (!lockNoted) {
        // Once for each lock: a noisy line must not fill the disk.
        lockNoted = true;
        note(name, Way.NONE, Result.WHILE_LOCKED);
      }
      return Optional.empty();
    }
    lockNoted = false;
    char[] password = talk.askSecretly(Phrase.PASSWORD);
    try {
      return password.length > 0
          ? judged(talk, name, Way.PASSWORD, () -> technicians.byPassword(name, password))
          : byKey(talk, name);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private Optional<Technician> byKey(Talk talk, String typed)
      throws LineOverException, BrokenOffException {
    // What is no name gets a challenge, too, and one that can be signed.
    String name = Technician.NAME.matcher(typed).matches() ? typed : "nobody";
    Challenge challenge = Challenge.of(device.id(), name, random);
    Duration made = clock.sinceBoot();
    talk.say(Phrase.CHALLENGE, device.id(), name, challenge.nonce());
    talk.picture(challenge.line());
    String reply = reply(talk, made);
    if (!inTime(made)) {
      talk.say(Phrase.TOO_LATE);
      note(typed, Way.KEY, Result.TOO_LATE);
      return Optional.empty();
    }
    return judged(
        talk,
        typed,
        Way.KEY,
        () -> technicians.byReply(challenge, reply).filter(known -> known.name().equals(typed)));
  }

  /** Whoever goes for their key takes longer than somebody who types. */
  private String reply(Talk talk, Duration made) throws LineOverException, BrokenOffException {
    while (true) {
      try {
        return talk.ask(Phrase.REPLY).replace(" ", "");
      } catch (LineOverException over) {
        if (over.reason() == LineOverException.Reason.HUNG_UP || !inTime(made)) {
          throw over;
        }
      }
    }
  }

  private boolean inTime(Duration made) {
    return clock.sinceBoot().minus(made).compareTo(CHALLENGE_TERM) <= 0;
  }

  private interface Judgement {
    Optional<Technician> technician();
  }

  private Optional<Technician> judged(Talk talk, String name, Way way, Judgement judgement) {
    return switch (lock.attempt()) {
      case SignInLock.Answer.Locked(Duration left) -> {
        talk.say(Phrase.LOCKED, talk.span(left));
        note(name, way, Result.WHILE_LOCKED);
        yield Optional.empty();
      }
      case SignInLock.Answer.Allowed attempt -> {
        Optional<Technician> technician = judgement.technician();
        if (technician.isPresent()) {
          lock.succeeded(attempt);
          note(name, way, Result.SIGNED_IN);
        } else {
          boolean locked = lock.left().isPositive();
          note(name, way, locked ? Result.LOCKED : Result.REFUSED);
          talk.say(Phrase.SIGN_IN_FAILED);
        }
        yield technician;
      }
    };
  }

  /** A name that nobody has may be a password, typed too early: it is not written down. */
  private void note(String name, Way way, Result result) {
    String known = technicians.knows(name) ? name : "";
    audit.accept(new AuditRecord.ConsoleSignIn(device.line(), known, way, result));
  }
}
