package org.kashidashi.central.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.central.circulation.PatronRecord;
import org.kashidashi.central.circulation.Residence;
import org.kashidashi.central.library.LibraryRules;
import org.kashidashi.central.library.LinkTo;
import org.kashidashi.central.library.Reissue;
import org.kashidashi.central.validity.BirthdayRule;
import org.kashidashi.central.validity.ValidityRule;
import org.kashidashi.sync.circulation.Renewal;
import org.kashidashi.sync.circulation.barcode.CheckDigit;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.PersonRecord;
import org.kashidashi.sync.registry.counter.Registration;
import org.kashidashi.sync.registry.counter.Registration.Document;

class RenewalRulesTest {
  private static final LibraryRules RULES =
      Questions.rules(LinkTo.ANYONE, Reissue.RELINK, Questions.validity());
  private static final Optional<PersonRecord> KEPT =
      Optional.of(new PersonRecord(Questions.TARO, Optional.of("000-000-0000")));

  @ParameterizedTest
  @CsvSource({
    // document, address shown, residence, proof of work or school, enough
    "DRIVERS_LICENCE, true, ELSEWHERE, false, true",
    "HEALTH_INSURANCE_CARD, true, RESIDENT, false, true",
    "MY_NUMBER_CARD, true, RESIDENT, false, true",
    "DISABILITY_CERTIFICATE, true, ELSEWHERE, false, true",
    "PASSPORT, true, ELSEWHERE, false, true",
    "EMPLOYEE_OR_STUDENT_CARD, true, ELSEWHERE, false, true",
    // The address is an old one, and there is no bill.
    "DRIVERS_LICENCE, false, RESIDENT, false, false",
    "HEALTH_INSURANCE_CARD, false, ELSEWHERE, false, false",
    "MY_NUMBER_CARD, false, RESIDENT, false, false",
    "DISABILITY_CERTIFICATE, false, RESIDENT, false, false",
    "PASSPORT, false, ELSEWHERE, false, false",
    "EMPLOYEE_OR_STUDENT_CARD, false, ELSEWHERE, false, false",
    "NOTIFICATION_CARD, false, ELSEWHERE, false, false",
    "NOTIFICATION_CARD, true, ELSEWHERE, false, false",
    "DRIVERS_LICENCE, true, COMMUTER, false, false",
    "DRIVERS_LICENCE, true, COMMUTER, true, true",
    "DRIVERS_LICENCE, false, COMMUTER, true, false",
    "NOTIFICATION_CARD, true, COMMUTER, true, false",
  })
  void registersWithEnoughDocuments(
      Document document,
      boolean address,
      Registration.Residence residence,
      boolean commuteProof,
      boolean enough) {
    Registration registration = Questions.registration(document, address, residence, commuteProof);
    assertEquals(
        enough ? Optional.empty() : Optional.of(CounterRefusal.DOCUMENT_NOT_ENOUGH),
        RegistrationRules.refusal(registration, true));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 2026-11-01, 2029-11-20,",
    "2026-11-20, 2026-11-20, 2029-11-20,",
    "2026-11-20, 2026-12-20, 2029-11-20,",
    "2026-11-20, 2026-12-21,, TOO_EARLY_TO_RENEW",
  })
  void renewsFromAMonthBeforeTheEndOn(
      LocalDate today, LocalDate expires, LocalDate renewed, CounterRefusal refusal) {
    PatronRecord patron = Questions.patron(expires, Residence.RESIDENT);
    Registration seen = seen(Registration.Residence.RESIDENT, "000-000-0000");
    assertEquals(
        Optional.ofNullable(refusal), RenewalRules.refusal(RULES, patron, KEPT, seen, today));
    assertEquals(
        Optional.ofNullable(renewed).orElse(expires),
        RenewalRules.expires(RULES, patron, seen, today));
  }

  @Test
  void takesChangesAtAnyTimeAndLeavesTheDate() {
    PatronRecord patron = Questions.patron(LocalDate.of(2028, 1, 1), Residence.RESIDENT);
    for (Registration seen : new Registration[] {
      seen(Registration.Residence.RESIDENT, "000-111-1111"),
      seen(Registration.Residence.COMMUTER, "000-000-0000")
    }) {
      assertEquals(
          Optional.empty(), RenewalRules.refusal(RULES, patron, KEPT, seen, Questions.TODAY));
      assertEquals(patron.expires(), RenewalRules.expires(RULES, patron, seen, Questions.TODAY));
    }
  }

  @Test
  void takesATelephoneNumberThatIsLeftOutForNoChange() {
    PatronRecord patron = Questions.patron(LocalDate.of(2028, 1, 1), Residence.RESIDENT);
    assertEquals(
        Optional.of(CounterRefusal.TOO_EARLY_TO_RENEW),
        RenewalRules.refusal(
            RULES, patron, KEPT, seen(Registration.Residence.RESIDENT, ""), Questions.TODAY));
  }

  /** On every day of four years, under every rule, for a card that ends within the month. */
  @Test
  void neverShortensADate() {
    for (ValidityRule validity : List.of(
        new ValidityRule.FixedTerm(ValidityRule.FixedTerm.MONTHS_MINIMUM),
        new ValidityRule.YearAfterCheck(),
        new ValidityRule.UntilBirthday(BirthdayRule.THIRD_CALENDAR_YEAR),
        new ValidityRule.UntilBirthday(BirthdayRule.ON_OR_AFTER_THREE_YEARS))) {
      LibraryRules rules = Questions.rules(LinkTo.ANYONE, Reissue.RELINK, validity);
      for (LocalDate day = LocalDate.of(2024, 1, 1);
          day.isBefore(LocalDate.of(2028, 1, 1));
          day = day.plusDays(1)) {
        PatronRecord patron = Questions.patron(day.plusMonths(1), Residence.RESIDENT);
        LocalDate renewed =
            RenewalRules.expires(rules, patron, seen(Registration.Residence.RESIDENT, ""), day);
        assertTrue(renewed.isAfter(patron.expires()), validity + " on " + day);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // What the monthly check found last stays while the card is linked.
    "RESIDENT, true, AUTOMATIC, AUTOMATIC",
    "RESIDENT, true, AUTOMATIC_FAILED, AUTOMATIC_FAILED",
    "ELSEWHERE, true, AUTOMATIC, AUTOMATIC",
    // Nobody has asked yet.
    "RESIDENT, true, AT_COUNTER, AT_COUNTER",
    "RESIDENT, true, WITH_PROOF, AT_COUNTER",
    "RESIDENT, false, AUTOMATIC, AT_COUNTER",
    "RESIDENT, false, AUTOMATIC_FAILED, AT_COUNTER",
    "COMMUTER, true, AUTOMATIC, WITH_PROOF",
    "COMMUTER, false, AT_COUNTER, WITH_PROOF",
  })
  void renewsByItselfOnlyAsTheLastCheckFound(
      Residence residence, boolean linked, Renewal before, Renewal renewal) {
    assertEquals(renewal, RenewalRules.renewal(residence, linked, before));
  }

  @ParameterizedTest
  @CsvSource({
    "99999, 10, NONE, 7, 9999900007",
    "99998, 10, M10W31, 0, 9999800004",
    "99998, 10, M10W21_SPLIT, 12, 9999800122",
  })
  void countsLibraryCards(
      String prefix, int length, CheckDigit digit, long running, String number) {
    CardSeries series = new CardSeries(prefix, length, digit);
    assertEquals(number, series.number(running).number());
  }

  private static Registration seen(Registration.Residence residence, String telephone) {
    return new Registration(
        Questions.TARO, telephone, residence, Document.DRIVERS_LICENCE, true, true);
  }
}
