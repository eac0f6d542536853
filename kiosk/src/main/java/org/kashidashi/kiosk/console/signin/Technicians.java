package org.kashidashi.kiosk.console.signin;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.kashidashi.sync.secret.PasswordHash;

/**
 * Everybody who may sign in, and the proof that each has to give.
 *
 * <p>A name that nobody has is judged as any other, against a password and a key that nobody knows:
 * the same work, and the same answer.
 */
final class Technicians {
  private static final int SECRET_BYTES = 24;

  private final List<KeyHolder> configured;
  private final Passwords passwords;
  private final Proofs proofs;
  private final String nobodysHash;
  private final String nobodysKey;

  Technicians(List<KeyHolder> configured, Passwords passwords, Proofs proofs, SecureRandom random) {
    this.configured = List.copyOf(configured);
    this.passwords = passwords;
    this.proofs = proofs;
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    this.nobodysHash =
        PasswordHash.of(Base64.getEncoder().encodeToString(secret).toCharArray(), random);
    this.nobodysKey = TechnicianKey.generate(random).open();
  }

  /** Whoever has that name and that password on this machine. */
  Optional<Technician> byPassword(String name, char[] password) {
    Optional<Passwords.Entry> entry = passwords.find(name);
    boolean fits = proofs.fits(entry.map(Passwords.Entry::hash).orElse(nobodysHash), password);
    // The role of the configuration holds, where it names them: it can be changed from afar.
    Optional<Technician> known = entry
        .map(Passwords.Entry::technician)
        .map(local -> configured(name).map(KeyHolder::technician).orElse(local));
    return fits ? known : Optional.empty();
  }

  /** Whoever has that challenge's name and made the reply with their key. */
  Optional<Technician> byReply(Challenge challenge, String reply) {
    Optional<KeyHolder> holder =
        configured(challenge.name()).filter(known -> !known.key().isEmpty());
    boolean signed = proofs.signed(holder.map(KeyHolder::key).orElse(nobodysKey), challenge, reply);
    return signed ? holder.map(KeyHolder::technician) : Optional.empty();
  }

  /** Whether anybody has that name: for the audit trail alone. */
  boolean knows(String name) {
    boolean local = passwords.find(name).isPresent();
    return configured(name).isPresent() || local;
  }

  private Optional<KeyHolder> configured(String name) {
    return configured.stream()
        .filter(holder -> holder.technician().name().equals(name))
        .findFirst();
  }
}
