package org.kashidashi.kiosk.console.signin;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
  private final Gate passwords;
  private final Gate keys;
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
      Path folder,
      BootClock clock,
      SecureRandom random,
      Consumer<AuditRecord> audit) {
    this.device = device;
    this.technicians = technicians;
    this.passwords = new Gate(
        Way.PASSWORD, Phrase.LOCKED, SignInLock.ofPasswords(folder, clock), clock, this::note);
    this.keys =
        new Gate(Way.KEY, Phrase.KEYS_LOCKED, SignInLock.ofKeys(folder, clock), clock, this::note);
    this.clock = clock;
    this.random = random;
    this.audit = audit;
  }

  /**
   * With the proofs that count, and the notes in the folder that all consoles share.
   *
   * @param configured whom the configuration names; asked at each sign-in
   */
  public static SignIn of(
      Device device,
      Supplier<List<KeyHolder>> configured,
      Passwords passwords,
      Path folder,
      BootClock clock,
      SecureRandom random,
      Consumer<AuditRecord> audit) {
    return new SignIn(
        device,
        new Technicians(configured, passwords, new Proofs.Real(), random),
        folder,
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
   * @throws LineOverException nobody is there
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
      }
    }
  }

  /**
   * Whether it is still they who sit there, and not whoever found a line that somebody left signed
   * in. Counts as a sign-in does, and is noted where it fails.
   */
  public boolean provesAgain(Talk talk, Technician technician)
      throws LineOverException, BrokenOffException {
    return proven(talk, technician.name(), false).isPresent();
  }

  /** Whether whoever is signed in is still named, with a role that allows as much. */
  public boolean stillHolds(Technician technician) {
    return technicians
        .current(technician.name())
        .filter(now -> now.role().allows(technician.role()))
        .isPresent();
  }

  /**
   * Gives a technician who is signed in a password for this machine.
   *
   * @param password left as it is: the caller wipes it
   */
  public void give(Technician technician, char[] password) throws IOException {
    technicians.give(technician, password);
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
    return proven(talk, name, true);
  }

  /**
   * Asks for one of the two proofs.
   *
   * @param entrance whether they come in by it
   */
  private Optional<Technician> proven(Talk talk, String name, boolean entrance)
      throws LineOverException, BrokenOffException {
    char[] password = passwords.locked(talk, name)
        ? new char[0]
        : talk.askSecretly(entrance ? Phrase.PASSWORD : Phrase.PRESENT_PASSWORD);
    try {
      Optional<Technician> technician = password.length > 0
          ? passwords.judge(talk, name, () -> technicians.byPassword(name, password))
          : byKey(talk, name);
      if (entrance && technician.isPresent()) {
        note(name, password.length > 0 ? Way.PASSWORD : Way.KEY, Result.SIGNED_IN);
      }
      return technician;
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private Optional<Technician> byKey(Talk talk, String typed)
      throws LineOverException, BrokenOffException {
    if (keys.locked(talk, typed)) {
      return Optional.empty();
    }
    // What is no name gets a challenge, too, and one that can be signed.
    String name = Technician.NAME.matcher(typed).matches() ? typed : "nobody";
    Challenge challenge = Challenge.of(device.id(), name, random);
    Duration made = clock.sinceBoot();
    talk.say(Phrase.CHALLENGE, device.id(), name, challenge.nonce());
    talk.whole(challenge.line());
    String reply = reply(talk, made);
    if (!inTime(made)) {
      talk.say(Phrase.TOO_LATE);
      note(typed, Way.KEY, Result.TOO_LATE);
      return Optional.empty();
    }
    if (!TechnicianKey.isReply(reply)) {
      keys.refuseNonsense(talk, typed);
      return Optional.empty();
    }
    return keys.judge(
        talk,
        typed,
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

  /** A name that nobody has may be a password, typed too early: it is not written down. */
  private void note(String name, Way way, Result result) {
    String known = technicians.knows(name) ? name : "";
    audit.accept(new AuditRecord.ConsoleSignIn(device.line(), known, way, result));
  }
}
