package org.kashidashi.kiosk.console.signin;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.sync.secret.PasswordCost;

/** Sign-in with passwords that cost next to nothing: what they usually cost is tried elsewhere. */
public final class CheapPasswords {
  private CheapPasswords() {}

  public static Passwords in(Path folder) {
    return new Passwords(folder, new PasswordCost(8, 1), new SecureRandom());
  }

  /** At machine k1, where the configuration names yamada. */
  public static SignIn signIn(Path folder, Consumer<AuditRecord> audit) {
    return SignIn.of(
        new SignIn.Device("k1", "1.2.3", "ttyS0"),
        () -> List.of(new KeyHolder(new Technician("yamada", Role.ADMIN), "")),
        in(folder),
        folder,
        new MovedClock(),
        new SecureRandom(),
        audit);
  }

  /** Where nothing can be kept, and the next attempt is never far. */
  public static SignIn signInWithoutDisk() {
    Path nowhere = Path.of("/dev/null/nothing");
    return SignIn.of(
        new SignIn.Device("k1", "1.2.3", "ttyS0"),
        () -> List.of(new KeyHolder(new Technician("yamada", Role.ADMIN), "")),
        in(nowhere),
        nowhere,
        new HurriedClock(),
        new SecureRandom(),
        _ -> {});
  }

  /** Each look at it takes some minutes. */
  private static final class HurriedClock implements BootClock {
    private final AtomicLong minutes = new AtomicLong();

    @Override
    public String boot() {
      return "00000000-0000-0000-0000-000000000001";
    }

    @Override
    public Duration sinceBoot() {
      return Duration.ofMinutes(minutes.addAndGet(5));
    }

    @Override
    public void pass(Duration time) {
      // It hurries in any case.
    }
  }
}
