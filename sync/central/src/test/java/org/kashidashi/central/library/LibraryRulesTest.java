package org.kashidashi.central.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.central.circulation.LendTo;
import org.kashidashi.central.circulation.Residence;
import org.kashidashi.central.validity.BirthdayRule;
import org.kashidashi.central.validity.ValidityRule;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.IdentifierWish;

final class LibraryRulesTest {
  @ParameterizedTest
  @CsvSource({
    "ANYONE, RESIDENT, true",
    "ANYONE, COMMUTER, true",
    "ANYONE, ELSEWHERE, true",
    "RESIDENTS, RESIDENT, true",
    "RESIDENTS, COMMUTER, false",
    "RESIDENTS, ELSEWHERE, false",
    "RESIDENTS_AND_COMMUTERS, RESIDENT, true",
    "RESIDENTS_AND_COMMUTERS, COMMUTER, true",
    "RESIDENTS_AND_COMMUTERS, ELSEWHERE, false",
  })
  void linksWhomTheLibraryAdmits(LinkTo linkTo, Residence residence, boolean admitted) {
    assertEquals(admitted, linkTo.admits(residence));
  }

  @ParameterizedTest
  @CsvSource({
    "MYKEY_ID, BEFOREHAND, false",
    "MYKEY_ID, AT_LINKING, true",
    // When MyKey IDs are made says nothing about user identifiers.
    "USER_IDENTIFIER, BEFOREHAND, true",
    "USER_IDENTIFIER, AT_LINKING, true",
  })
  void hasAnIdentifierMadeAtTheCounterUnlessItIsMadeAtHome(
      IdentifierKind kind, MyKeyMade made, boolean makeIfNone) {
    assertEquals(
        new IdentifierWish(kind, makeIfNone),
        rules(kind, made, new ValidityRule.YearAfterCheck()).wish());
  }

  @Test
  void renewsMonthlyOnlyWhereACheckProlongs() {
    assertTrue(rules(new ValidityRule.YearAfterCheck()).renewsMonthly());
    assertFalse(rules(new ValidityRule.FixedTerm(24)).renewsMonthly());
    assertFalse(
        rules(new ValidityRule.UntilBirthday(BirthdayRule.THIRD_CALENDAR_YEAR)).renewsMonthly());
  }

  private static LibraryRules rules(ValidityRule validity) {
    return rules(IdentifierKind.MYKEY_ID, MyKeyMade.AT_LINKING, validity);
  }

  private static LibraryRules rules(IdentifierKind kind, MyKeyMade made, ValidityRule validity) {
    return new LibraryRules(
        LinkTo.ANYONE,
        LendTo.ANYONE,
        Reissue.RELINK,
        kind,
        made,
        Set.of(PersonMember.NAME, PersonMember.ADDRESS, PersonMember.BIRTH_DATE),
        validity);
  }
}
