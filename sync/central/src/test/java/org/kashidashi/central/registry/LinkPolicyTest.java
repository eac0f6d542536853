package org.kashidashi.central.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.central.circulation.Residence;
import org.kashidashi.central.library.LinkTo;
import org.kashidashi.central.library.Reissue;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.PersonDetails;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.LinkApplication;
import org.kashidashi.sync.registry.counter.LinkApplication.Holder;
import org.kashidashi.sync.registry.counter.LinkApplication.Shown;
import org.kashidashi.sync.registry.counter.Registration;

class LinkPolicyTest {
  private static final PersonFacts STRANGER =
      new PersonFacts(Optional.empty(), false, false, Optional.empty(), Optional.empty());

  @Test
  void linksWhoShowsEverything() {
    assertEquals(Optional.empty(), LinkPolicy.refusal(Questions.of(Questions.HAS_CARD), STRANGER));
    assertEquals(Optional.empty(), LinkPolicy.refusal(Questions.of(Questions.NEWCOMER), STRANGER));
  }

  @Test
  void refusesElsewhereFirst() {
    LinkQuestion good = Questions.of(Questions.HAS_CARD);
    LinkQuestion elsewhere = new LinkQuestion(
        good.rules(),
        good.today(),
        false,
        true,
        Questions.application(Questions.HAS_CARD, false),
        good.holder());
    assertEquals(Optional.of(CounterRefusal.NOT_AT_THIS_SITE), LinkPolicy.refusal(elsewhere));
  }

  @Test
  void refusesWithoutConsent() {
    LinkQuestion good = Questions.of(Questions.HAS_CARD);
    LinkQuestion silent = new LinkQuestion(
        good.rules(),
        good.today(),
        true,
        true,
        Questions.application(Questions.HAS_CARD, false),
        good.holder());
    assertEquals(Optional.of(CounterRefusal.NO_CONSENT), LinkPolicy.refusal(silent));
  }

  @ParameterizedTest
  @EnumSource(Shown.class)
  void refusesATypedNumberAlone(Shown shown) {
    Optional<CounterRefusal> expected = shown == Shown.TYPED_NUMBER
        ? Optional.of(CounterRefusal.NO_LIBRARY_CARD)
        : Optional.empty();
    assertEquals(
        expected, LinkPolicy.refusal(Questions.of(new Holder.HasCard(Questions.PATRON, shown))));
    assertEquals(
        expected,
        LinkPolicy.refusal(
            Questions.of(new Holder.Migrating(Questions.PATRON, shown), Reissue.RELINK, true)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-19, LIBRARY_CARD_EXPIRED",
    "2026-11-20,",
    "2026-11-21,",
  })
  void linksUntilTheLastDayOfTheLibraryCard(LocalDate expires, CounterRefusal refusal) {
    LinkQuestion good = Questions.of(Questions.HAS_CARD);
    LinkQuestion question = new LinkQuestion(
        good.rules(),
        good.today(),
        true,
        true,
        good.application(),
        new HolderFacts(Optional.of(Questions.patron(expires, Residence.RESIDENT)), false));
    assertEquals(Optional.ofNullable(refusal), LinkPolicy.refusal(question));
  }

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
  void linksWhomTheLibraryLinks(LinkTo linkTo, Residence residence, boolean linked) {
    Optional<CounterRefusal> expected =
        linked ? Optional.empty() : Optional.of(CounterRefusal.NOT_ELIGIBLE);
    var rules = Questions.rules(linkTo, Reissue.RELINK, Questions.validity());
    assertEquals(
        expected, LinkPolicy.refusal(Questions.of(Questions.HAS_CARD, rules, residence, false)));
    Holder newcomer = new Holder.Newcomer(Questions.registration(
        Registration.Document.DRIVERS_LICENCE,
        true,
        Registration.Residence.valueOf(residence.name()),
        true));
    assertEquals(expected, LinkPolicy.refusal(Questions.of(newcomer, rules, residence, false)));
  }

  @Test
  void givesOutNoCardsWhereAnotherSystemDoes() {
    LinkQuestion good = Questions.of(Questions.NEWCOMER);
    LinkQuestion question = new LinkQuestion(
        good.rules(), good.today(), true, false, good.application(), good.holder());
    assertEquals(Optional.of(CounterRefusal.NOT_OFFERED), LinkPolicy.refusal(question));
  }

  @ParameterizedTest
  @CsvSource({
    "貸出 太郎, 見本県見本市一丁目1-1, 1990-03-01, true",
    "貸出　太郎, 見本県見本市一丁目１-１, 1990-03-01, true",
    "貸出太郎, 見本県 見本市 一丁目1-1, 1990-03-01, true",
    "貸出 次郎, 見本県見本市一丁目1-1, 1990-03-01, false",
    "貸出 太郎, 見本県見本市一丁目1-2, 1990-03-01, true",
    "貸出 太郎, 見本県見本市一丁目1-1, 1990-03-02, false",
  })
  void comparesPersonsWhereBothAreKnown(
      String name, String address, LocalDate birthDate, boolean same) {
    PersonDetails told = new PersonDetails(name, address, birthDate, Optional.empty());
    PersonFacts person = new PersonFacts(
        Optional.empty(), false, false, Optional.of(told), Optional.of(Questions.TARO));
    assertEquals(
        same ? Optional.empty() : Optional.of(CounterRefusal.OTHER_PERSON),
        LinkPolicy.refusal(Questions.of(Questions.HAS_CARD), person));
  }

  /** Whoever finds a library card has it, too. */
  @Test
  void linksNobodyWhomNothingTiesToTheLibraryCard() {
    LinkQuestion good = Questions.of(Questions.HAS_CARD);
    LinkApplication unchecked =
        new LinkApplication(Questions.HAS_CARD, true, good.application().proof(), Optional.empty());
    LinkQuestion question =
        new LinkQuestion(good.rules(), good.today(), true, true, unchecked, good.holder());
    assertEquals(
        Optional.of(CounterRefusal.DOCUMENT_NOT_ENOUGH), LinkPolicy.refusal(question, STRANGER));
    PersonFacts known = new PersonFacts(
        Optional.empty(), false, false, Optional.of(Questions.TARO), Optional.of(Questions.TARO));
    assertEquals(Optional.empty(), LinkPolicy.refusal(question, known));
    PersonFacts again = new PersonFacts(
        Optional.of(Questions.PATRON), false, false, Optional.empty(), Optional.empty());
    assertEquals(Optional.empty(), LinkPolicy.refusal(question, again));
  }

  @Test
  void refusesACardThatWasLinkedToAnotherLibraryCardByTheOldMethod() {
    PersonFacts person =
        new PersonFacts(Optional.empty(), false, true, Optional.empty(), Optional.empty());
    assertEquals(
        Optional.of(CounterRefusal.OTHER_PERSON),
        LinkPolicy.refusal(Questions.of(Questions.HAS_CARD), person));
  }

  @Test
  void refusesANewcomerWhoIsLinkedAlready() {
    PersonFacts person = new PersonFacts(
        Optional.of(new PatronId("9999900237")), false, false, Optional.empty(), Optional.empty());
    assertEquals(
        Optional.of(CounterRefusal.PERSON_LINKED_ALREADY),
        LinkPolicy.refusal(Questions.of(Questions.NEWCOMER), person));
  }
}
