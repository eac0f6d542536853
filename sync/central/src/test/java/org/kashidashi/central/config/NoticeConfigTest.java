package org.kashidashi.central.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.central.circulation.LendTo;
import org.kashidashi.central.library.AcceptedProof;
import org.kashidashi.central.library.LibraryRules;
import org.kashidashi.central.library.LinkTo;
import org.kashidashi.central.library.MyKeyMade;
import org.kashidashi.central.library.PersonMember;
import org.kashidashi.central.library.Reissue;
import org.kashidashi.central.validity.BirthdayRule;
import org.kashidashi.central.validity.ValidityRule;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.IdentifierWish;

/** Each of the three notices is a configuration that ships. */
final class NoticeConfigTest {
  private static final Set<PersonMember> WITHOUT_SEX =
      EnumSet.of(PersonMember.NAME, PersonMember.ADDRESS, PersonMember.BIRTH_DATE);

  @Test
  void linksInToyamaByMyKeyIdMadeAtHomeThatOutlivesTheCard() throws Exception {
    LibraryRules rules = shipped("toyama").rules();

    assertEquals(
        new LibraryRules(
            LinkTo.RESIDENTS_AND_COMMUTERS,
            LendTo.ANYONE,
            Reissue.INHERIT,
            IdentifierKind.MYKEY_ID,
            MyKeyMade.BEFOREHAND,
            Set.of(),
            new ValidityRule.FixedTerm(36),
            30,
            AcceptedProof.CERTIFICATE),
        rules);
    assertEquals(new IdentifierWish(IdentifierKind.MYKEY_ID, false), rules.wish());
  }

  @Test
  void linksInTodaByUserIdentifierWithoutTheSexAndRenewsMonthly() throws Exception {
    LibraryRules rules = shipped("toda").rules();

    assertEquals(
        new LibraryRules(
            LinkTo.ANYONE,
            LendTo.ANYONE,
            Reissue.RELINK,
            IdentifierKind.USER_IDENTIFIER,
            MyKeyMade.AT_LINKING,
            WITHOUT_SEX,
            new ValidityRule.YearAfterCheck(),
            30,
            AcceptedProof.CERTIFICATE),
        rules);
    assertEquals(true, rules.renewsMonthly());
  }

  @Test
  void linksInSagaByMyKeyIdMadeAtTheCounterAndCountsToTheBirthday() throws Exception {
    LibraryRules rules = shipped("saga").rules();

    assertEquals(
        new LibraryRules(
            LinkTo.ANYONE,
            LendTo.ANYONE,
            Reissue.RELINK,
            IdentifierKind.MYKEY_ID,
            MyKeyMade.AT_LINKING,
            WITHOUT_SEX,
            new ValidityRule.UntilBirthday(BirthdayRule.THIRD_CALENDAR_YEAR),
            30,
            AcceptedProof.CERTIFICATE),
        rules);
    assertEquals(new IdentifierWish(IdentifierKind.MYKEY_ID, true), rules.wish());
    assertEquals(
        LocalDate.of(2027, 3, 1),
        rules
            .validity()
            .validUntil(LocalDate.of(2024, 6, 1), Optional.of(LocalDate.of(1980, 3, 1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"toyama", "toda", "saga"})
  void asksAuthorityInTheLibrarysOwnTimeZone(String notice) throws Exception {
    CentralConfig config = shipped(notice);

    assertEquals(notice, config.library().id());
    assertEquals("Asia/Tokyo", config.loan().zone().getId());
    assertEquals("authority.example", config.authority().orElseThrow().address().getHost());
  }

  @ParameterizedTest
  @CsvSource({
    "toyama, 1, c1, 富山県立図書館 本館 1階閲覧室カウンター",
    "toda, 6, c1, 中央図書館 1階カウンター",
    "toda, 6, c6, 中央図書館 1階カウンター",
    "saga, 1, c1, 佐賀県立図書館 2階総合カウンター"
  })
  void linksAtTheCountersOfTheNotice(String notice, int sites, String counter, String first)
      throws Exception {
    CentralConfig.Counters counters = shipped(notice).counters();

    assertEquals(sites, counters.sites().sites().size());
    assertTrue(counters.sites().linkingAt(counter));
    assertFalse(counters.sites().linkingAt("elsewhere"));
    assertTrue(
        counters.sites().linkingPlaces().startsWith(first), counters.sites().linkingPlaces());
  }

  @ParameterizedTest
  @ValueSource(strings = {"toyama", "toda", "saga"})
  void registersAtTheCounterAndTakesNoOldLinksUnlessAsked(String notice) throws Exception {
    CentralConfig.Counters counters = shipped(notice).counters();

    assertEquals(10, counters.series().orElseThrow().number(0).number().length());
    assertFalse(counters.oldMethod());
  }

  private static CentralConfig shipped(String notice) throws ConfigMistakesException {
    return new ConfigFile(
            Path.of("..", "..", "packaging", "examples", "central-" + notice + ".toml"))
        .read();
  }
}
