package org.kashidashi.kiosk.console.signin;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Everybody who may sign in, and the proof that each has to give.
 *
 * <p>A name that nobody has is judged as any other, against a password and a key that nobody knows:
 * the same work, and the same answer.
 */
final class Technicians {
  private final Supplier<List<KeyHolder>> configured;
  private final Passwords passwords;
  private final Proofs proofs;
  private final String nobodysHash;
  private final String nobodysKey;

  /**
   * @param configured asked each time, since somebody may be named no more
   */
  Technicians(
      Supplier<List<KeyHolder>> configured,
      Passwords passwords,
      Proofs proofs,
      SecureRandom random) {
    this.configured = configured;
    this.passwords = passwords;
    this.proofs = proofs;
    this.nobodysHash = passwords.ofNobody();
    this.nobodysKey = TechnicianKey.generate(random).open();
  }

  /** Whoever has that name and that password on this machine. */
  Optional<Technician> byPassword(String name, char[] password) {
    List<KeyHolder> holders = configured.get();
    passwords.bind(names(holders));
    Optional<Passwords.Entry> entry = passwords.find(name);
    boolean fits = proofs.fits(entry.map(Passwords.Entry::hash).orElse(nobodysHash), password);
    Optional<Technician> known = entry.flatMap(local -> technician(local, holders));
    return fits ? known : Optional.empty();
  }

  /** Where the configuration names somebody, its role holds: it can be changed from afar. */
  private static Optional<Technician> technician(Passwords.Entry entry, List<KeyHolder> holders) {
    Optional<Technician> named = of(holders, entry.name()).map(KeyHolder::technician);
    return named.isPresent() ? named : entry.role().map(role -> new Technician(entry.name(), role));
  }

  /** Whoever has that challenge's name and made the reply with their key. */
  Optional<Technician> byReply(Challenge challenge, String reply) {
    Optional<KeyHolder> holder =
        of(configured.get(), challenge.name()).filter(known -> !known.key().isEmpty());
    boolean signed = proofs.signed(holder.map(KeyHolder::key).orElse(nobodysKey), challenge, reply);
    return signed ? holder.map(KeyHolder::technician) : Optional.empty();
  }

  /** Whether anybody has that name: for the audit trail alone. */
  boolean knows(String name) {
    boolean local = passwords.find(name).isPresent();
    return of(configured.get(), name).isPresent() || local;
  }

  /**
   * Gives somebody a password for this machine.
   *
   * @param password left as it is: the caller wipes it
   */
  void give(Technician technician, char[] password) throws IOException {
    if (names(configured.get()).contains(technician.name())) {
      passwords.setNamed(technician.name(), password);
    } else {
      passwords.set(technician, password);
    }
  }

  private static Set<String> names(List<KeyHolder> holders) {
    return holders.stream().map(holder -> holder.technician().name()).collect(Collectors.toSet());
  }

  private static Optional<KeyHolder> of(List<KeyHolder> holders, String name) {
    return holders.stream()
        .filter(holder -> holder.technician().name().equals(name))
        .findFirst();
  }
}
