package org.kashidashi.central.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.central.circulation.PatronRecord;
import org.kashidashi.central.circulation.Residence;
import org.kashidashi.central.library.LibraryRules;
import org.kashidashi.central.library.LinkTo;
import org.kashidashi.central.library.Reissue;
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
    "DRIVERS_LICENCE, false, true",
    "HEALTH_INSURANCE_CARD, false, true",
    "MY_NUMBER_CARD, false, true",
    "DISABILITY_CERTIFICATE, false, true",
    "PASSPORT, false, false",
    "PASSPORT, true, true",
    "EMPLOYEE_OR_STUDENT_CARD, false, false",
    "EMPLOYEE_OR_STUDENT_CARD, true, true",
    "NOTIFICATION_CARD, false, false",
    "NOTIFICATION_CARD, true, false",
  })
  void registersWithEnoughDocuments(Document document, boolean addressProof, boolean enough) {
    Registration registration =
        Questions.registration(document, addressProof, Registration.Residence.ELSEWHERE);
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
  void neverShortensADate() {
    LibraryRules monthly =
        Questions.rules(LinkTo.ANYONE, Reissue.RELINK, new ValidityRule.FixedTerm(2));
    PatronRecord patron = Questions.patron(LocalDate.of(2026, 12, 1), Residence.RESIDENT);
    LocalDate renewed = RenewalRules.expires(
        monthly, patron, seen(Registration.Residence.RESIDENT, ""), Questions.TODAY);
    assertEquals(LocalDate.of(2027, 1, 20), renewed);
  }

  @ParameterizedTest
  @CsvSource({
    "true, RESIDENT, true, AUTOMATIC",
    "true, RESIDENT, false, AT_COUNTER",
    "true, ELSEWHERE, true, AUTOMATIC",
    "true, COMMUTER, true, WITH_PROOF",
    "false, RESIDENT, true, AT_COUNTER",
    "false, COMMUTER, false, WITH_PROOF",
  })
  void renewsByItselfWhoIsLinkedAndNoCommuter(
      boolean monthly, Residence residence, boolean linked, Renewal renewal) {
    LibraryRules rules = Questions.rules(
        LinkTo.ANYONE,
        Reissue.RELINK,
        monthly ? new ValidityRule.YearAfterCheck() : Questions.validity());
    assertEquals(renewal, RenewalRules.renewal(rules, residence, linked));
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
    return new Registration(Questions.TARO, telephone, residence, Document.DRIVERS_LICENCE, false);
  }
}
