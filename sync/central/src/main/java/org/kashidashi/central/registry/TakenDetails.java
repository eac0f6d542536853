package org.kashidashi.central.registry;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.central.library.LibraryRules;
import org.kashidashi.central.library.PersonMember;
import org.kashidashi.sync.registry.PersonDetails;

/** Takes of a person what the library says that it takes, and nothing else. Pure. */
public final class TakenDetails {
  /** Less than this says of nobody who they are. */
  private static final Set<PersonMember> LEAST =
      EnumSet.of(PersonMember.NAME, PersonMember.ADDRESS, PersonMember.BIRTH_DATE);

  private TakenDetails() {}

  public static boolean any(LibraryRules rules) {
    return rules.taken().containsAll(LEAST);
  }

  public static Optional<PersonDetails> of(PersonDetails told, LibraryRules rules) {
    if (!any(rules)) {
      return Optional.empty();
    }
    return Optional.of(new PersonDetails(
        told.name(),
        told.address(),
        told.birthDate(),
        rules.taken().contains(PersonMember.SEX) ? told.sex() : Optional.empty()));
  }
}
