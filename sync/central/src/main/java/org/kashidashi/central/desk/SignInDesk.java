package org.kashidashi.central.desk;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.kashidashi.central.staff.StaffAccount;
import org.kashidashi.central.staff.StaffAction;
import org.kashidashi.central.staff.StaffStep;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.StaffRegister;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.registry.counter.StaffName;
import org.kashidashi.sync.registry.counter.StaffTicket;
import org.kashidashi.sync.secret.PasswordHash;

/**
 * Signs staff in. One at a time: a password costs memory, and a try that is being judged must count
 * before the next begins.
 */
public final class SignInDesk {
  private static final int SECRET_BYTES = 32;

  /** Somebody who waits longer asks again. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** What became of a try. */
  public sealed interface Outcome {
    record Welcome(StaffTicket ticket) implements Outcome {}

    /** Name or password; which, is not told. */
    record Wrong() implements Outcome {}

    record LockedOut() implements Outcome {}

    /** Others sign in just now. */
    record Busy() implements Outcome {}
  }

  private final StaffRegister staff;
  private final Clock clock;
  private final SecureRandom random;
  private final ReentrantLock turn = new ReentrantLock();

  /** What the password of a name that nobody has is held against, for the time that it takes. */
  private final String nobody;

  public SignInDesk(CentralStore store, Clock clock, SecureRandom random) {
    this.staff = store.staff();
    this.clock = clock;
    this.random = random;
    this.nobody = PasswordHash.of(secret().toCharArray(), random);
  }

  /**
   * Blocks for a good part of a second.
   *
   * @param password the caller wipes it
   */
  public Outcome signIn(StaffName name, char[] password, String station) throws StoreException {
    try {
      if (!turn.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        return new Outcome.Busy();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Outcome.Busy();
    }
    try {
      return judged(name, password, station);
    } finally {
      turn.unlock();
    }
  }

  private Outcome judged(StaffName name, char[] password, String station) throws StoreException {
    Instant now = clock.instant();
    StaffStep step = StaffStep.of(name, station, StaffAction.SIGN_IN, now);
    if (staff.locked(name, now)) {
      staff.note(step, "LOCKED_OUT");
      return new Outcome.LockedOut();
    }
    Optional<String> expected = staff.password(name);
    boolean fits = PasswordHash.fits(expected.orElse(nobody), password);
    if (expected.isEmpty() || !fits) {
      staff.wrong(name, step);
      return new Outcome.Wrong();
    }
    String secret = secret();
    Optional<StaffAccount> account = staff.signIn(name, step, expected.get(), secret);
    return account
        .<Outcome>map(one -> new Outcome.Welcome(new StaffTicket(one.name(), one.roles(), secret)))
        .orElseGet(Outcome.Wrong::new);
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
