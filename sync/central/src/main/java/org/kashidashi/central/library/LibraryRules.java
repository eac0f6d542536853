package org.kashidashi.central.library;

import java.util.Set;
import org.kashidashi.central.circulation.LendTo;
import org.kashidashi.central.validity.ValidityRule;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.IdentifierWish;

/**
 * What one library has decided about links, persons and the validity of its library cards.
 *
 * @param identifier what its links rest on
 * @param taken what it keeps of a person; empty if it keeps no personal records
 */
public record LibraryRules(
    LinkTo linkTo,
    LendTo lendTo,
    Reissue reissue,
    IdentifierKind identifier,
    MyKeyMade myKeyMade,
    Set<PersonMember> taken,
    ValidityRule validity) {
  private static final int MONTHS = 36;

  public LibraryRules {
    taken = Set.copyOf(taken);
  }

  /** Of a library that has decided nothing of its own: anybody, and nothing kept. */
  public static LibraryRules usual(LendTo lendTo) {
    return new LibraryRules(
        LinkTo.ANYONE,
        lendTo,
        Reissue.RELINK,
        IdentifierKind.USER_IDENTIFIER,
        MyKeyMade.AT_LINKING,
        Set.of(),
        new ValidityRule.FixedTerm(MONTHS));
  }

  /** What the authority is asked for when a link is made. */
  public IdentifierWish wish() {
    return new IdentifierWish(
        identifier,
        switch (identifier) {
          case MYKEY_ID -> myKeyMade == MyKeyMade.AT_LINKING;
          case USER_IDENTIFIER -> true;
        });
  }

  /** Whether library cards are renewed by asking for the signature certificate once a month. */
  public boolean renewsMonthly() {
    return switch (validity) {
      case ValidityRule.YearAfterCheck _ -> true;
      case ValidityRule.UntilBirthday _, ValidityRule.FixedTerm _ -> false;
    };
  }
}
