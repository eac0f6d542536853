package org.kashidashi.central.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.central.circulation.LendTo;
import org.kashidashi.central.library.LibraryRules;
import org.kashidashi.central.library.LinkTo;
import org.kashidashi.central.library.MyKeyMade;
import org.kashidashi.central.library.PersonMember;
import org.kashidashi.central.library.Reissue;
import org.kashidashi.central.registry.Site;
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
            new ValidityRule.FixedTerm(36)),
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
            new ValidityRule.YearAfterCheck()),
        rules);
    assertTrue(rules.renewsMonthly());
  }

  @Test
  void linksInSagaByMyKeyIdMadeAtTheCounterAndCountsToTheBirthday() throws Exception {
    LibraryRules rules = shipped("saga").rules();

    assertEquals(
        new LibraryRules(
            LinkTo.ANYONE,
            LendTo.ANYONE,
            Reissue.INHERIT,
            IdentifierKind.MYKEY_ID,
            MyKeyMade.AT_LINKING,
            WITHOUT_SEX,
            new ValidityRule.UntilBirthday(BirthdayRule.THIRD_CALENDAR_YEAR)),
        rules);
    assertEquals(new IdentifierWish(IdentifierKind.MYKEY_ID, true), rules.wish());
    assertEquals(
        LocalDate.of(2027, 3, 1),
        rules
            .validity()
            .validUntil(LocalDate.of(2024, 6, 1), Optional.of(LocalDate.of(1980, 3, 1))));
  }

  @Test
  void linksInTodaAtAllSixSitesAndInTheMainLibraryOnTheGroundFloor() throws Exception {
    List<Site> sites = shipped("toda").counters().sites().sites();

    assertEquals(
        Set.of("中央図書館", "上戸田分館", "美笹分室", "下戸田分室", "下戸田南分室", "戸田公園駅前配本所"),
        sites.stream().filter(Site::linking).map(Site::name).collect(Collectors.toSet()));
    assertEquals(
        List.of("1階カウンター"),
        sites.stream()
            .filter(site -> site.name().equals("中央図書館"))
            .map(Site::counter)
            .toList());
  }

  @Test
  void linksInSagaAtTheCounterOnTheUpperFloorGivesOutCardsAndMigrates() throws Exception {
    CentralConfig.Counters counters = shipped("saga").counters();

    assertEquals(
        List.of("2階総合カウンター"),
        counters.sites().sites().stream().map(Site::counter).toList());
    assertTrue(counters.sites().linkingAt("c1"));
    assertFalse(counters.sites().linkingAt("c9"));
    assertTrue(counters.series().isPresent());
    assertTrue(counters.oldMethod());
  }

  @Test
  void linksInToyamaAtTheCounterOfTheReadingRoomAndGivesOutCards() throws Exception {
    CentralConfig.Counters counters = shipped("toyama").counters();

    assertEquals(
        List.of("1階閲覧室カウンター"),
        counters.sites().sites().stream().map(Site::counter).toList());
    assertTrue(counters.series().isPresent());
    assertFalse(counters.oldMethod());
  }

  @ParameterizedTest
  @ValueSource(strings = {"toyama", "toda", "saga"})
  void asksAuthorityInTheLibrarysOwnTimeZone(String notice) throws Exception {
    CentralConfig config = shipped(notice);

    assertEquals(notice, config.library().id());
    assertEquals("Asia/Tokyo", config.loan().zone().getId());
    assertEquals("authority.example", config.authority().orElseThrow().address().getHost());
  }

  private static CentralConfig shipped(String notice) throws ConfigMistakesException {
    return new ConfigFile(
            Path.of("..", "..", "packaging", "examples", "central-" + notice + ".toml"))
        .read();
  }
}
