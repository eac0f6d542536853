package org.kashidashi.sync.registry.sim;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.PersonDetails;
import org.kashidashi.sync.registry.SignatureStanding;

/**
 * What the simulated authority knows behind one user-authentication certificate.
 *
 * @param state how the certificate stands
 * @param oldMethod whether libraries know the person by the method withdrawn in May 2024
 * @param known what the person is called, by kind
 * @param wished which of those the library asked for last
 * @param details empty if the authority hands over nothing
 * @param signature how the person's signature certificate stands
 */
record SimulatedPerson(
    State state,
    boolean oldMethod,
    Map<IdentifierKind, String> known,
    Optional<IdentifierKind> wished,
    Optional<PersonDetails> details,
    SignatureStanding signature) {
  /** How a user-authentication certificate stands. */
  enum State {
    GOOD,
    REVOKED,
    SUSPENDED
  }

  SimulatedPerson {
    known = Map.copyOf(known);
  }

  SimulatedPerson in(State now) {
    return new SimulatedPerson(now, oldMethod, known, wished, details, signature);
  }

  SimulatedPerson signing(SignatureStanding now) {
    return new SimulatedPerson(state, oldMethod, known, wished, details, now);
  }

  SimulatedPerson with(PersonDetails now) {
    return new SimulatedPerson(state, oldMethod, known, wished, Optional.of(now), signature);
  }

  SimulatedPerson called(IdentifierKind kind, String identifier) {
    Map<IdentifierKind, String> more = new EnumMap<>(IdentifierKind.class);
    more.putAll(known);
    more.put(kind, identifier);
    return new SimulatedPerson(state, oldMethod, more, Optional.of(kind), details, signature);
  }

  /** The person with another card: a MyKey ID goes with them, an identifier for one library not. */
  SimulatedPerson onReissuedCard() {
    Map<IdentifierKind, String> inherited = new EnumMap<>(IdentifierKind.class);
    inherited.putAll(known);
    inherited.remove(IdentifierKind.USER_IDENTIFIER);
    return new SimulatedPerson(
        State.GOOD,
        false,
        inherited,
        wished.filter(inherited::containsKey),
        details,
        new SignatureStanding.Valid());
  }

  /** The card that was replaced: whatever it was known by has gone on, or is over. */
  SimulatedPerson replaced() {
    return new SimulatedPerson(
        State.REVOKED,
        false,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        new SignatureStanding.Revoked());
  }
}
