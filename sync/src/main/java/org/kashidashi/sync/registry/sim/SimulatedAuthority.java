package org.kashidashi.sync.registry.sim;

import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kashidashi.sync.registry.Authority;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.IdentifierWish;
import org.kashidashi.sync.registry.IdentityResolver;
import org.kashidashi.sync.registry.Introduction;
import org.kashidashi.sync.registry.PersonDetails;
import org.kashidashi.sync.registry.PersonIdentifier;
import org.kashidashi.sync.registry.PinProof;
import org.kashidashi.sync.registry.PresentedCertificate;
import org.kashidashi.sync.registry.Resolution;
import org.kashidashi.sync.registry.SignatureStanding;

/**
 * Stands in for the MyKey platform and the Digital Agency: knows invented persons by the common
 * name of their test certificates, lets their cards be stopped, lifted and reissued, and has trouble
 * on request. Safe for any thread.
 */
public final class SimulatedAuthority implements Authority, IdentityResolver {
  private final Register register;
  private final Duration limit;
  private final AtomicReference<AuthorityTrouble> trouble =
      new AtomicReference<>(new AuthorityTrouble.Nothing());

  private SimulatedAuthority(Map<String, SimulatedPerson> persons, Duration limit) {
    this.register = new Register(persons);
    this.limit = limit;
  }

  /**
   * Knows the persons of a CSV file: subject (common name), answer, identifier, and if it has them
   * also signature, name, address, birth_date and sex.
   *
   * @param limit the longest time that an answer may take
   * @throws IllegalArgumentException names the line that is wrong
   */
  public static SimulatedAuthority of(Reader csv, Duration limit) throws IOException {
    return new SimulatedAuthority(PersonsFile.read(csv), limit);
  }

  public void setTrouble(AuthorityTrouble now) {
    trouble.set(now);
  }

  /** A call to the number that is answered day and night: the card is stopped at once. */
  public void suspend(String subject) {
    register.change(subject, person -> person.in(SimulatedPerson.State.SUSPENDED));
  }

  /** Lifts a stop, in person at the municipality; a revoked card stays what it is. */
  public void lift(String subject) {
    register.change(subject, person -> switch (person.state()) {
      case SUSPENDED -> person.in(SimulatedPerson.State.GOOD);
      case GOOD, REVOKED -> person;
    });
  }

  public void revoke(String subject) {
    register.change(subject, person -> person.in(SimulatedPerson.State.REVOKED));
  }

  /**
   * Gives the person another card and revokes the one before. The new one inherits a MyKey ID; an
   * identifier for one library is not inherited.
   *
   * @param after the common name of the new card's certificate
   */
  public void reissue(String subject, String after) {
    register.reissue(subject, after);
  }

  public void setSignature(String subject, SignatureStanding now) {
    register.change(subject, person -> person.signing(now));
  }

  /** A person who has moved, or has another name. */
  public void setDetails(String subject, PersonDetails now) {
    register.change(subject, person -> person.with(now));
  }

  @Override
  public Resolution resolve(PresentedCertificate certificate) {
    return trouble() instanceof AuthorityTrouble.Wrong(Resolution answer)
        ? answer
        : answered(
            () -> Certified.of(certificate)
                .flatMap(certified -> register.find(certified.commonName()))
                .map(SimulatedAuthority::resolution)
                .orElseGet(Resolution.UnknownPerson::new),
            Resolution.Unavailable::new);
  }

  @Override
  public Introduction introduce(PinProof proof, IdentifierWish wish) {
    return trouble() instanceof AuthorityTrouble.WrongIntroduction(Introduction answer)
        ? answer
        : answered(() -> introduction(proof, wish), Introduction.Unavailable::new);
  }

  @Override
  public SignatureStanding signatureStanding(PersonIdentifier person) {
    return trouble() instanceof AuthorityTrouble.WrongStanding(SignatureStanding answer)
        ? answer
        : answered(
            () -> register
                .find(person)
                .map(SimulatedPerson::signature)
                .orElseGet(SignatureStanding.UnknownPerson::new),
            SignatureStanding.Unavailable::new);
  }

  private static Resolution resolution(SimulatedPerson person) {
    return switch (person.state()) {
      case REVOKED -> new Resolution.Revoked();
      case SUSPENDED -> new Resolution.Suspended();
      case GOOD -> {
        if (person.oldMethod() && person.wished().isEmpty()) {
          yield new Resolution.OldMethodOnly();
        }
        Optional<IdentifierKind> kind =
            person.wished().or(() -> person.known().keySet().stream().sorted().findFirst());
        yield kind.isPresent()
            ? new Resolution.Resolved(new PersonIdentifier(
                kind.get(), Objects.requireNonNull(person.known().get(kind.get()))))
            : new Resolution.UnknownPerson();
      }
    };
  }

  /** A certificate of somebody the authority does not know proves nothing. */
  private Introduction introduction(PinProof proof, IdentifierWish wish) {
    Optional<Certified> certified = Certified.of(proof.certificate());
    if (certified.isEmpty() || !certified.get().signed(proof)) {
      return new Introduction.ProofWrong();
    }
    String subject = certified.get().commonName();
    Optional<SimulatedPerson> person = register.find(subject);
    if (person.isEmpty()) {
      return new Introduction.ProofWrong();
    }
    return switch (person.get().state()) {
      case REVOKED -> new Introduction.Revoked();
      case SUSPENDED -> new Introduction.Suspended();
      case GOOD ->
        register
            .identifier(subject, wish)
            .<Introduction>map(identifier -> new Introduction.Introduced(
                new PersonIdentifier(wish.kind(), identifier), person.get().details()))
            .orElseGet(Introduction.NoIdentifier::new);
    };
  }

  private <T> T answered(Supplier<T> answer, Function<String, T> unavailable) {
    return switch (trouble()) {
      case AuthorityTrouble.Nothing _,
          AuthorityTrouble.Wrong _,
          AuthorityTrouble.WrongIntroduction _,
          AuthorityTrouble.WrongStanding _ -> answer.get();
      case AuthorityTrouble.Down _ -> unavailable.apply("the simulated authority is down");
      case AuthorityTrouble.Slow slow -> slowly(answer, unavailable, slow.delay());
    };
  }

  private <T> T slowly(Supplier<T> answer, Function<String, T> unavailable, Duration delay) {
    boolean late = delay.compareTo(limit) > 0;
    try {
      // Nobody counts down: this is a wait for the time alone.
      boolean early =
          new CountDownLatch(1).await((late ? limit : delay).toMillis(), TimeUnit.MILLISECONDS);
      return late || early
          ? unavailable.apply("the simulated authority took longer than " + limit)
          : answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unavailable.apply("interrupted");
    }
  }

  private AuthorityTrouble trouble() {
    return Objects.requireNonNull(trouble.get());
  }
}
