package org.kashidashi.sync.registry.sim;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.IdentifierWish;
import org.kashidashi.sync.registry.PersonIdentifier;

/** The simulated authority's persons, found by certificate or by identifier. Guards itself. */
final class Register {
  private final Map<String, SimulatedPerson> bySubject = new HashMap<>();
  private final Map<PersonIdentifier, String> byIdentifier = new HashMap<>();
  private int made;

  Register(Map<String, SimulatedPerson> persons) {
    persons.forEach(this::put);
  }

  synchronized Optional<SimulatedPerson> find(String subject) {
    return Optional.ofNullable(bySubject.get(subject));
  }

  synchronized Optional<SimulatedPerson> find(PersonIdentifier identifier) {
    return Optional.ofNullable(byIdentifier.get(identifier)).flatMap(this::find);
  }

  /**
   * Changes what is known behind a certificate.
   *
   * @throws IllegalArgumentException if nobody is known by it
   */
  synchronized void change(String subject, UnaryOperator<SimulatedPerson> change) {
    put(subject, change.apply(known(subject)));
  }

  synchronized void reissue(String before, String after) {
    SimulatedPerson person = known(before);
    if (bySubject.containsKey(after)) {
      throw new IllegalArgumentException("a card '%s' is there already".formatted(after));
    }
    byIdentifier.values().removeIf(before::equals);
    put(before, person.replaced());
    put(after, person.onReissuedCard());
  }

  /** What a person is called, making it if that is wished. */
  synchronized Optional<String> identifier(String subject, IdentifierWish wish) {
    SimulatedPerson person = known(subject);
    Optional<String> identifier = Optional.ofNullable(person.known().get(wish.kind()))
        .or(() -> wish.makeIfNone() ? Optional.of(make(wish.kind())) : Optional.empty());
    identifier.ifPresent(value -> put(subject, person.called(wish.kind(), value)));
    return identifier;
  }

  private SimulatedPerson known(String subject) {
    return find(subject)
        .orElseThrow(() -> new IllegalArgumentException(
            "the simulated authority knows no '%s'".formatted(subject)));
  }

  private void put(String subject, SimulatedPerson person) {
    bySubject.put(subject, person);
    person
        .known()
        .forEach((kind, value) -> byIdentifier.put(new PersonIdentifier(kind, value), subject));
  }

  /** As long as a real one, and visibly invented. */
  private String make(IdentifierKind kind) {
    String identifier;
    do {
      made++;
      identifier = switch (kind) {
        case MYKEY_ID -> "SIM%05d".formatted(made);
        case USER_IDENTIFIER -> "SIMULATED-USER-%d".formatted(made);
      };
    } while (byIdentifier.containsKey(new PersonIdentifier(kind, identifier)));
    return identifier;
  }
}
