package org.kashidashi.sync.registry.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.Renewal;
import org.kashidashi.sync.registry.CardKey;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.PersonDetails;
import org.kashidashi.sync.registry.PinProof;
import org.kashidashi.sync.registry.TestCard;
import org.kashidashi.sync.registry.counter.LinkApplication.Holder;
import org.kashidashi.sync.registry.counter.LinkApplication.Shown;
import org.kashidashi.sync.registry.counter.Registration.Document;
import org.kashidashi.sync.registry.counter.Registration.Residence;
import org.kashidashi.sync.registry.sim.AuthorityTrouble;
import org.kashidashi.sync.registry.sim.SimulatedAuthority;

/** What every registry that a counter asks keeps to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CounterRegistryContract {
  protected static final Instant NOW = Instant.parse("2026-11-20T05:05:00Z");
  protected static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  protected static final char[] PASSWORD = "棚の上の青い本 42".toCharArray();

  /** Has all roles, is at a site where links are made. */
  protected static final StaffName ALL = new StaffName("hanako");

  /** Lends and takes back alone. */
  protected static final StaffName LENDING = new StaffName("jiro");

  /** RESIDENT, valid to 2027-03-31. */
  protected static final PatronId RESIDENT = new PatronId("9999900120");

  /** RESIDENT, expired on 2026-10-31. */
  protected static final PatronId EXPIRED = new PatronId("9999900237");

  /** COMMUTER, valid to 2026-12-10. */
  protected static final PatronId COMMUTER = new PatronId("9999900674");

  /** RESIDENT, valid to 2027-06-30, linked by the withdrawn method with another card. */
  protected static final PatronId OLD_METHOD = new PatronId("9999900450");

  /** Where the one of the two sites is where links are made, as people are sent there. */
  protected static final String LINKING_PLACE = "中央図書館 1階カウンター (9-19, 000-000-0000)";

  /** On loan to RESIDENT. */
  protected static final ItemBarcode LENT = new ItemBarcode("1000000016");

  /** On loan to OLD_METHOD, and waited for by COMMUTER. */
  protected static final ItemBarcode WAITED_FOR = new ItemBarcode("1000000032");

  /** There, and on loan to nobody. */
  protected static final ItemBarcode SHELVED = new ItemBarcode("1000000024");

  private static final PatronId NOBODY = new PatronId("9999999999");
  private static final PersonDetails TARO = new PersonDetails(
      "貸出 太郎", "見本県見本市一丁目1-1", LocalDate.of(1990, 3, 1), Optional.of(PersonDetails.Sex.OTHER));
  private static final PersonDetails HANA =
      new PersonDetails("返却 花", "見本県見本市二丁目2-2", LocalDate.of(1985, 5, 5), Optional.empty());
  private static final String PERSONS = """
      subject,answer,identifier,signature,name,address,birth_date,sex
      TARO,USER_IDENTIFIER,SIM-USER-9001,VALID,貸出　太郎,見本県見本市一丁目1-1,1990-03-01,OTHER
      HANA,USER_IDENTIFIER,SIM-USER-9002,VALID,返却 花,見本県見本市二丁目2-2,1985-05-05,OTHER
      NOID,NO_IDENTIFIER,,VALID,見本 無,見本県見本市三丁目3-3,1970-01-01,OTHER
      """;

  /**
   * How a library is set up. It keeps name, address and birth date, no sex, and gives out cards.
   *
   * @param inherits whether a reissued card inherits the link
   * @param residentsOnly whether residents alone are linked
   * @param identifier what links rest on
   * @param made whether a missing identifier is made at the counter
   */
  protected record Library(
      boolean inherits, boolean residentsOnly, IdentifierKind identifier, boolean made) {
    static final Library USUAL = new Library(false, false, IdentifierKind.USER_IDENTIFIER, true);
  }

  /** One registry that runs. */
  protected interface Fixture extends AutoCloseable {
    /** As a counter sees it at a site where links are made. */
    CounterRegistry registry();

    /** As a counter sees it at a site where none are made. */
    CounterRegistry elsewhere();

    /** Lets time go by. */
    void pass(Duration time);

    /** The registry cannot be reached any more. */
    void cutOff() throws IOException;

    @Override
    void close() throws IOException;
  }

  private TestCard taro;
  private TestCard hana;
  private TestCard noId;

  @SuppressWarnings("NullAway.Init")
  private SimulatedAuthority authority;

  private Optional<Fixture> open = Optional.empty();

  /** A library with the accounts, patrons and items named above, at {@link #NOW}. */
  protected abstract Fixture open(Library library, SimulatedAuthority authority) throws Exception;

  @BeforeAll
  void makeCards() throws Exception {
    taro = new TestCard("TARO");
    hana = new TestCard("HANA");
    noId = new TestCard("NOID");
  }

  @AfterEach
  void close() throws Exception {
    if (open.isPresent()) {
      open.get().close();
    }
  }

  @Test
  void signsStaffInWithTheirRolesAndOut() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, LENDING);
    assertEquals(Set.of(StaffRole.CIRCULATION), ticket.roles());
    assertInstanceOf(CounterReply.Ok.class, registry.patron(ticket, RESIDENT));
    assertInstanceOf(CounterReply.Ok.class, registry.signOut(ticket));
    assertInstanceOf(CounterReply.NotSignedIn.class, registry.patron(ticket, RESIDENT));
    assertInstanceOf(CounterReply.Ok.class, registry.signOut(ticket));
  }

  @Test
  void locksANameAfterFiveWrongPasswordsWhetherItExistsOrNot() throws Exception {
    Fixture fixture = opened(Library.USUAL);
    for (StaffName name : List.of(ALL, new StaffName("nobody"))) {
      for (int tried = 0; tried < 5; tried++) {
        assertRefused(
            CounterRefusal.WRONG_SIGN_IN, fixture.registry().signIn(name, "wrong".toCharArray()));
        fixture.pass(Duration.ofSeconds(10));
      }
      assertRefused(CounterRefusal.LOCKED_OUT, fixture.registry().signIn(name, PASSWORD));
      fixture.pass(Duration.ofMinutes(16));
    }
    signIn(fixture.registry(), ALL);
  }

  @Test
  void endsATicketThatNobodyUses() throws Exception {
    Fixture fixture = opened(Library.USUAL);
    StaffTicket ticket = signIn(fixture.registry(), ALL);
    fixture.pass(Duration.ofMinutes(14));
    assertInstanceOf(CounterReply.Ok.class, fixture.registry().cases(ticket));
    fixture.pass(Duration.ofMinutes(15));
    assertInstanceOf(CounterReply.NotSignedIn.class, fixture.registry().cases(ticket));
  }

  @Test
  void endsATicketAfterADayOfWorkHoweverMuchItIsUsed() throws Exception {
    Fixture fixture = opened(Library.USUAL);
    StaffTicket ticket = signIn(fixture.registry(), ALL);
    for (int quarter = 0; quarter < 59; quarter++) {
      fixture.pass(Duration.ofMinutes(10));
      assertInstanceOf(CounterReply.Ok.class, fixture.registry().cases(ticket));
    }
    fixture.pass(Duration.ofMinutes(10));
    assertInstanceOf(CounterReply.NotSignedIn.class, fixture.registry().cases(ticket));
  }

  @Test
  void takesNoTicketOfAnotherCounter() throws Exception {
    Fixture fixture = opened(Library.USUAL);
    StaffTicket ticket = signIn(fixture.registry(), ALL);
    assertInstanceOf(CounterReply.NotSignedIn.class, fixture.elsewhere().cases(ticket));
  }

  @Test
  void allowsByRolesAlone() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, LENDING);
    assertInstanceOf(CounterReply.NotAllowed.class, registry.person(ticket, RESIDENT));
    assertInstanceOf(CounterReply.NotAllowed.class, registry.challenge(ticket));
    assertInstanceOf(
        CounterReply.NotAllowed.class, registry.unlink(ticket, RESIDENT, UnlinkReason.CARD_LOST));
    assertInstanceOf(CounterReply.NotAllowed.class, registry.register(ticket, of(TARO)));
    assertInstanceOf(CounterReply.NotAllowed.class, registry.renew(ticket, COMMUTER, of(TARO)));
    assertInstanceOf(CounterReply.NotAllowed.class, registry.erasePerson(ticket, RESIDENT));
    assertInstanceOf(CounterReply.NotAllowed.class, registry.settle(ticket, "1-0"));
  }

  @Test
  void knowsNoSuchPatron() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    assertRefused(CounterRefusal.UNKNOWN_PATRON, registry.patron(ticket, NOBODY));
    assertRefused(CounterRefusal.UNKNOWN_PATRON, registry.person(ticket, NOBODY));
    assertRefused(
        CounterRefusal.UNKNOWN_PATRON, registry.unlink(ticket, NOBODY, UnlinkReason.CARD_LOST));
    assertRefused(CounterRefusal.UNKNOWN_PATRON, registry.renew(ticket, NOBODY, of(TARO)));
    assertRefused(CounterRefusal.UNKNOWN_PATRON, link(registry, ticket, taro, has(NOBODY)));
  }

  @Test
  void linksAndKeepsWhatTheLibraryTakes() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);

    Linked linked = ok(link(registry, ticket, taro, has(RESIDENT)));

    assertEquals(IdentifierKind.USER_IDENTIFIER, linked.by());
    assertEquals(RESIDENT, linked.patron().standing().patron());
    assertEquals(Optional.of(TODAY), linked.patron().linkedOn());
    assertTrue(linked.patron().personKept());
    assertEquals(
        linked.patron().linkedOn(), ok(registry.patron(ticket, RESIDENT)).linkedOn());
    PersonRecord person = ok(registry.person(ticket, RESIDENT));
    assertEquals(TARO.birthDate(), person.details().birthDate());
    assertEquals(TARO.address(), person.details().address());
    assertEquals(Optional.empty(), person.details().sex());
    assertEquals(Optional.empty(), person.telephone());
  }

  @Test
  void linksTheSamePairAgainWithoutHarm() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    ok(link(registry, ticket, taro, has(RESIDENT)));
    assertInstanceOf(CounterReply.Ok.class, link(registry, ticket, taro, has(RESIDENT)));
  }

  @Test
  void refusesALinkWithoutConsentAndAsksNobody() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    authority.setTrouble(new AuthorityTrouble.Down());
    LinkApplication application = new LinkApplication(
        has(RESIDENT), false, taro.proof(ok(registry.challenge(ticket)).bytes()), Optional.empty());
    assertRefused(CounterRefusal.NO_CONSENT, registry.link(ticket, application));
  }

  @Test
  void refusesATypedNumber() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    assertRefused(
        CounterRefusal.NO_LIBRARY_CARD,
        link(registry, ticket, taro, new Holder.HasCard(RESIDENT, Shown.TYPED_NUMBER)));
    assertInstanceOf(
        CounterReply.Ok.class,
        link(registry, ticket, taro, new Holder.HasCard(RESIDENT, Shown.PHONE_CARD)));
  }

  @Test
  void refusesAnExpiredLibraryCard() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    assertRefused(CounterRefusal.LIBRARY_CARD_EXPIRED, link(registry, ticket, taro, has(EXPIRED)));
  }

  @Test
  void linksWhomTheLibraryLinks() throws Exception {
    CounterRegistry registry =
        opened(new Library(false, true, IdentifierKind.USER_IDENTIFIER, true)).registry();
    StaffTicket ticket = signIn(registry, ALL);
    assertRefused(CounterRefusal.NOT_ELIGIBLE, link(registry, ticket, taro, has(COMMUTER)));
    assertInstanceOf(CounterReply.Ok.class, link(registry, ticket, taro, has(RESIDENT)));
  }

  @Test
  void linksOnePersonToOneLibraryCard() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    ok(link(registry, ticket, taro, has(RESIDENT)));
    assertRefused(
        CounterRefusal.PERSON_LINKED_ALREADY, link(registry, ticket, taro, has(COMMUTER)));
    ok(registry.erasePerson(ticket, RESIDENT));
    assertRefused(
        CounterRefusal.PATRON_LINKED_ALREADY, link(registry, ticket, hana, has(RESIDENT)));
  }

  @Test
  void refusesTheCardOfAnotherPersonThanTheLibraryCards() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    CounterPatron patron = ok(registry.register(ticket, of(TARO)));
    assertRefused(
        CounterRefusal.OTHER_PERSON,
        link(registry, ticket, hana, has(patron.standing().patron())));
    assertInstanceOf(
        CounterReply.Ok.class,
        link(registry, ticket, taro, has(patron.standing().patron())));
  }

  @Test
  void linksOnlyWhereTheLibraryDoes() throws Exception {
    CounterRegistry elsewhere = opened(Library.USUAL).elsewhere();
    StaffTicket ticket = signIn(elsewhere, ALL);
    assertEquals(
        new CounterReply.Refused<Linked>(CounterRefusal.NOT_AT_THIS_SITE, List.of(LINKING_PLACE)),
        link(elsewhere, ticket, taro, has(RESIDENT)));
  }

  @Test
  void takesAChallengeOnce() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    LinkApplication application = application(taro, ok(registry.challenge(ticket)), RESIDENT);
    ok(registry.link(ticket, application));
    assertRefused(CounterRefusal.CHALLENGE_OVER, registry.link(ticket, application));
  }

  @Test
  void takesNoChallengeThatIsOldReplacedOrNotItsOwn() throws Exception {
    Fixture fixture = opened(Library.USUAL);
    CounterRegistry registry = fixture.registry();
    StaffTicket ticket = signIn(registry, ALL);
    LinkChallenge replaced = ok(registry.challenge(ticket));
    LinkChallenge old = ok(registry.challenge(ticket));
    assertRefused(
        CounterRefusal.CHALLENGE_OVER,
        registry.link(ticket, application(taro, replaced, RESIDENT)));
    fixture.pass(Duration.ofMinutes(5));
    assertRefused(
        CounterRefusal.CHALLENGE_OVER, registry.link(ticket, application(taro, old, RESIDENT)));
    LinkChallenge invented = new LinkChallenge(new byte[LinkChallenge.BYTES]);
    assertRefused(
        CounterRefusal.CHALLENGE_OVER,
        registry.link(ticket, application(taro, invented, RESIDENT)));
    StaffTicket other = signIn(registry, ALL);
    LinkChallenge theirs = ok(registry.challenge(other));
    assertRefused(
        CounterRefusal.CHALLENGE_OVER, registry.link(ticket, application(taro, theirs, RESIDENT)));
  }

  @Test
  void refusesASignatureOfAnotherKey() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    LinkChallenge challenge = ok(registry.challenge(ticket));
    LinkApplication application = new LinkApplication(
        has(RESIDENT),
        true,
        new PinProof(
            taro.certificate(), challenge.bytes(), hana.proof(challenge.bytes()).signature()),
        Optional.empty());
    assertRefused(CounterRefusal.PROOF_WRONG, registry.link(ticket, application));
  }

  @Test
  void tellsWhatTheAuthoritySays() throws Exception {
    CounterRegistry registry =
        opened(new Library(false, false, IdentifierKind.MYKEY_ID, false)).registry();
    StaffTicket ticket = signIn(registry, ALL);
    assertRefused(CounterRefusal.NO_MYKEY_ID, link(registry, ticket, noId, has(RESIDENT)));
    authority.suspend("TARO");
    assertRefused(CounterRefusal.CARD_SUSPENDED, link(registry, ticket, taro, has(RESIDENT)));
    authority.revoke("TARO");
    assertRefused(CounterRefusal.CARD_REVOKED, link(registry, ticket, taro, has(RESIDENT)));
    authority.setTrouble(new AuthorityTrouble.Down());
    assertRefused(
        CounterRefusal.AUTHORITY_UNAVAILABLE, link(registry, ticket, hana, has(RESIDENT)));
  }

  @ParameterizedTest
  @EnumSource(
      value = UnlinkReason.class,
      names = {"CARD_LOST", "NOT_WANTED", "MEMBERSHIP_ENDED"})
  void unlinksWithoutCardOrPerson(UnlinkReason reason) throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    assertRefused(CounterRefusal.NOT_LINKED, registry.unlink(ticket, RESIDENT, reason));
    ok(link(registry, ticket, taro, has(RESIDENT)));
    assertInstanceOf(CounterReply.Ok.class, registry.unlink(ticket, RESIDENT, reason));
    assertEquals(Optional.empty(), ok(registry.patron(ticket, RESIDENT)).linkedOn());
    assertRefused(CounterRefusal.NOT_LINKED, registry.unlink(ticket, RESIDENT, reason));
  }

  @Test
  void linksAReissuedCardAnewOnceTheOldLinkIsRemoved() throws Exception {
    Fixture fixture = opened(Library.USUAL);
    CounterRegistry registry = fixture.registry();
    StaffTicket ticket = signIn(registry, ALL);
    ok(link(registry, ticket, taro, has(RESIDENT)));
    authority.reissue("TARO", "TARO-2");
    TestCard reissued = new TestCard("TARO-2");
    assertRefused(
        CounterRefusal.PATRON_LINKED_ALREADY, link(registry, ticket, reissued, has(RESIDENT)));
    ok(registry.unlink(ticket, RESIDENT, UnlinkReason.CARD_REISSUED));
    Linked linked = ok(link(registry, ticket, reissued, has(RESIDENT)));
    assertEquals(Optional.of(TODAY), linked.patron().linkedOn());
  }

  @Test
  void letsAReissuedCardInheritTheLinkAndItsDay() throws Exception {
    Fixture fixture = opened(new Library(true, false, IdentifierKind.MYKEY_ID, true));
    CounterRegistry registry = fixture.registry();
    ok(link(registry, signIn(registry, ALL), taro, has(RESIDENT)));
    fixture.pass(Duration.ofDays(40));
    StaffTicket ticket = signIn(registry, ALL);
    authority.reissue("TARO", "TARO-2");
    assertRefused(
        CounterRefusal.NOT_OFFERED, registry.unlink(ticket, RESIDENT, UnlinkReason.CARD_REISSUED));
    Linked linked = ok(link(registry, ticket, new TestCard("TARO-2"), has(RESIDENT)));
    assertEquals(Optional.of(TODAY), linked.patron().linkedOn());
  }

  @Test
  void migratesALinkOfTheOldMethodOnce() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    assertRefused(
        CounterRefusal.NOTHING_TO_MIGRATE,
        link(registry, ticket, taro, new Holder.Migrating(RESIDENT, Shown.LIBRARY_CARD)));
    assertRefused(
        CounterRefusal.NO_LIBRARY_CARD,
        link(registry, ticket, taro, new Holder.Migrating(OLD_METHOD, Shown.TYPED_NUMBER)));
    ok(link(registry, ticket, taro, new Holder.Migrating(OLD_METHOD, Shown.LIBRARY_CARD)));
    assertRefused(
        CounterRefusal.NOTHING_TO_MIGRATE,
        link(registry, ticket, taro, new Holder.Migrating(OLD_METHOD, Shown.LIBRARY_CARD)));
  }

  @Test
  void registersAndLinksInOneGo() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    Linked linked = ok(link(registry, ticket, taro, new Holder.Newcomer(of(TARO))));
    PatronId patron = linked.patron().standing().patron();
    assertEquals(linked.patron(), ok(registry.patron(ticket, patron)));
    assertEquals(
        Optional.of("000-000-0000"), ok(registry.person(ticket, patron)).telephone());
    assertRefused(
        CounterRefusal.OTHER_PERSON, link(registry, ticket, hana, new Holder.Newcomer(of(TARO))));
  }

  @Test
  void givesOneLibraryCardForOneFormHoweverOftenItComes() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    Registration form = new Registration(
        TARO,
        "000-000-0000",
        Residence.RESIDENT,
        Document.DRIVERS_LICENCE,
        true,
        false,
        Optional.of(new FormKey("0123456789abcdef0123456789abcdef")));
    PatronId first = ok(registry.register(ticket, form)).standing().patron();
    assertEquals(first, ok(registry.register(ticket, form)).standing().patron());
    Linked linked = ok(link(registry, ticket, taro, new Holder.Newcomer(form)));
    assertEquals(first, linked.patron().standing().patron());
    assertEquals(linked, ok(link(registry, ticket, taro, new Holder.Newcomer(form))));
  }

  /** Whoever finds a library card has it, too. */
  @Test
  void linksNobodyWhomStaffHaveNotComparedWithTheHolder() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    LinkApplication unchecked = new LinkApplication(
        has(RESIDENT), true, taro.proof(ok(registry.challenge(ticket)).bytes()), Optional.empty());
    assertRefused(CounterRefusal.DOCUMENT_NOT_ENOUGH, registry.link(ticket, unchecked));
  }

  @Test
  void registersWhoShowsEnough() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    CounterPatron first = ok(registry.register(ticket, of(TARO)));
    CounterPatron second = ok(registry.register(ticket, of(TARO)));
    assertTrue(!first.standing().patron().equals(second.standing().patron()));
    assertEquals(Optional.empty(), first.linkedOn());
    assertTrue(first.standing().expires().isAfter(TODAY));
    assertRefused(
        CounterRefusal.DOCUMENT_NOT_ENOUGH,
        registry.register(ticket, shown(Document.NOTIFICATION_CARD, true)));
    assertRefused(
        CounterRefusal.DOCUMENT_NOT_ENOUGH,
        registry.register(ticket, shown(Document.EMPLOYEE_OR_STUDENT_CARD, false)));
    assertInstanceOf(
        CounterReply.Ok.class,
        registry.register(ticket, shown(Document.EMPLOYEE_OR_STUDENT_CARD, true)));
  }

  @Test
  void renewsFromAMonthBeforeTheEndOn() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    assertRefused(CounterRefusal.TOO_EARLY_TO_RENEW, registry.renew(ticket, RESIDENT, of(TARO)));
    assertTrue(
        ok(registry.renew(ticket, EXPIRED, of(TARO))).standing().expires().isAfter(TODAY));
  }

  @Test
  void renewsACommuterWithProofOfWorkOrSchoolAlone() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    assertRefused(
        CounterRefusal.DOCUMENT_NOT_ENOUGH, registry.renew(ticket, COMMUTER, commuting(false)));
    assertRefused(CounterRefusal.DOCUMENT_NOT_ENOUGH, registry.register(ticket, commuting(false)));
    CounterPatron renewed = ok(registry.renew(ticket, COMMUTER, commuting(true)));
    assertEquals(Renewal.WITH_PROOF, renewed.standing().renewal());
    assertTrue(renewed.standing().expires().isAfter(LocalDate.of(2026, 12, 10)));
    CounterPatron registered = ok(registry.register(ticket, commuting(true)));
    assertEquals(Renewal.WITH_PROOF, registered.standing().renewal());
  }

  @Test
  void takesAChangedTelephoneNumberAtAnyTime() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    CounterPatron patron = ok(registry.register(ticket, of(TARO)));
    PatronId number = patron.standing().patron();
    assertRefused(CounterRefusal.TOO_EARLY_TO_RENEW, registry.renew(ticket, number, of(TARO)));
    Registration changed = new Registration(
        TARO, "000-111-1111", Residence.RESIDENT, Document.DRIVERS_LICENCE, true, false);
    CounterPatron renewed = ok(registry.renew(ticket, number, changed));
    assertEquals(patron.standing().expires(), renewed.standing().expires());
    assertEquals(
        Optional.of("000-111-1111"), ok(registry.person(ticket, number)).telephone());
  }

  @Test
  void keepsTheTelephoneNumberThatARenewalLeavesOut() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    PatronId number = ok(registry.register(ticket, of(TARO))).standing().patron();
    PersonDetails moved =
        new PersonDetails(TARO.name(), "見本県見本市九丁目9-9", TARO.birthDate(), Optional.empty());
    ok(registry.renew(
        ticket,
        number,
        new Registration(moved, "", Residence.RESIDENT, Document.DRIVERS_LICENCE, true, false)));
    PersonRecord kept = ok(registry.person(ticket, number));
    assertEquals(Optional.of("000-000-0000"), kept.telephone());
    assertEquals("見本県見本市九丁目9-9", kept.details().address());
  }

  @Test
  void unlinksALinkOfTheOldMethod() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    ok(registry.unlink(ticket, OLD_METHOD, UnlinkReason.CARD_LOST));
    assertRefused(
        CounterRefusal.NOT_LINKED, registry.unlink(ticket, OLD_METHOD, UnlinkReason.CARD_LOST));
    assertRefused(
        CounterRefusal.NOTHING_TO_MIGRATE,
        link(registry, ticket, taro, new Holder.Migrating(OLD_METHOD, Shown.LIBRARY_CARD)));
  }

  @Test
  void erasesALinkOfTheOldMethodWithThePerson() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    ok(registry.erasePerson(ticket, OLD_METHOD));
    assertRefused(CounterRefusal.NO_PERSON_KEPT, registry.erasePerson(ticket, OLD_METHOD));
    assertRefused(
        CounterRefusal.NOT_LINKED, registry.unlink(ticket, OLD_METHOD, UnlinkReason.NOT_WANTED));
  }

  @Test
  void erasesAPersonAndNothingElse() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    assertRefused(CounterRefusal.NO_PERSON_KEPT, registry.person(ticket, RESIDENT));
    ok(link(registry, ticket, taro, has(RESIDENT)));
    assertInstanceOf(CounterReply.Ok.class, registry.erasePerson(ticket, RESIDENT));
    assertRefused(CounterRefusal.NO_PERSON_KEPT, registry.erasePerson(ticket, RESIDENT));
    CounterPatron patron = ok(registry.patron(ticket, RESIDENT));
    assertEquals(Optional.of(TODAY), patron.linkedOn());
    assertEquals(1, patron.standing().loansOut());
  }

  @Test
  void takesBackWhatIsOnLoan() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    CheckedIn back = ok(registry.checkIn(ticket, LENT));
    assertEquals(LENT, back.item().barcode());
    assertTrue(!back.heldForAnother());
    assertEquals(0, ok(registry.patron(ticket, RESIDENT)).standing().loansOut());
    assertRefused(CounterRefusal.NOT_ON_LOAN, registry.checkIn(ticket, SHELVED));
    assertRefused(
        CounterRefusal.UNKNOWN_ITEM, registry.checkIn(ticket, new ItemBarcode("1999999999")));
  }

  /** Its answer may have been lost, and with it where the item goes. */
  @Test
  void saysTheSameOfAnItemThatIsTakenBackAgainSoonAfter() throws Exception {
    Fixture fixture = opened(Library.USUAL);
    CounterRegistry registry = fixture.registry();
    StaffTicket ticket = signIn(registry, ALL);
    for (ItemBarcode item : List.of(LENT, WAITED_FOR)) {
      CheckedIn back = ok(registry.checkIn(ticket, item));
      assertEquals(item.equals(WAITED_FOR), back.heldForAnother());
      assertEquals(back, ok(registry.checkIn(ticket, item)));
    }
    assertEquals(0, ok(registry.patron(ticket, RESIDENT)).standing().loansOut());
    fixture.pass(Duration.ofMinutes(4));
    assertTrue(ok(registry.checkIn(ticket, WAITED_FOR)).heldForAnother());
    fixture.pass(Duration.ofMinutes(2));
    assertRefused(CounterRefusal.NOT_ON_LOAN, registry.checkIn(ticket, LENT));
    assertRefused(CounterRefusal.NOT_ON_LOAN, registry.checkIn(ticket, WAITED_FOR));
  }

  /** The library has one case, of RESIDENT and LENT. */
  @Test
  void settlesACaseOnce() throws Exception {
    CounterRegistry registry = opened(Library.USUAL).registry();
    StaffTicket ticket = signIn(registry, ALL);
    List<StaffCase> cases = ok(registry.cases(ticket));
    assertEquals(1, cases.size());
    assertEquals(Optional.of(RESIDENT), cases.getFirst().patron());
    assertEquals(Optional.of(LENT), cases.getFirst().item());
    assertRefused(CounterRefusal.UNKNOWN_CASE, registry.settle(ticket, "none"));
    assertInstanceOf(
        CounterReply.Ok.class, registry.settle(ticket, cases.getFirst().id()));
    assertRefused(
        CounterRefusal.UNKNOWN_CASE, registry.settle(ticket, cases.getFirst().id()));
    assertEquals(List.of(), ok(registry.cases(ticket)));
  }

  @Test
  void saysSoWhenCutOff() throws Exception {
    Fixture fixture = opened(Library.USUAL);
    StaffTicket ticket = signIn(fixture.registry(), ALL);
    fixture.cutOff();
    assertInstanceOf(CounterReply.Unreachable.class, fixture.registry().cases(ticket));
  }

  private Fixture opened(Library library) throws Exception {
    authority = SimulatedAuthority.of(new StringReader(PERSONS), Duration.ofSeconds(1));
    Fixture fixture = open(library, authority);
    open = Optional.of(fixture);
    return fixture;
  }

  private static StaffTicket signIn(CounterRegistry registry, StaffName name) {
    return ok(registry.signIn(name, PASSWORD.clone()));
  }

  private static CounterReply<Linked> link(
      CounterRegistry registry, StaffTicket ticket, TestCard card, Holder holder) throws Exception {
    LinkChallenge challenge = ok(registry.challenge(ticket));
    return registry.link(
        ticket,
        new LinkApplication(
            holder,
            true,
            true,
            card.proof(challenge.bytes()),
            Optional.of(new CardKey(card.spki()))));
  }

  private static LinkApplication application(
      TestCard card, LinkChallenge challenge, PatronId patron) throws Exception {
    return new LinkApplication(
        has(patron), true, true, card.proof(challenge.bytes()), Optional.empty());
  }

  private static Holder has(PatronId patron) {
    return new Holder.HasCard(patron, Shown.LIBRARY_CARD);
  }

  private static Registration of(PersonDetails details) {
    return new Registration(
        details, "000-000-0000", Residence.RESIDENT, Document.DRIVERS_LICENCE, true, false);
  }

  private static Registration shown(Document document, boolean address) {
    return new Registration(TARO, "", Residence.RESIDENT, document, address, false);
  }

  private static Registration commuting(boolean proof) {
    return new Registration(
        HANA, "000-000-0000", Residence.COMMUTER, Document.DRIVERS_LICENCE, true, proof);
  }

  private static <T> T ok(CounterReply<T> reply) {
    if (reply instanceof CounterReply.Ok<T> ok) {
      return ok.value();
    }
    throw new AssertionError(reply.toString());
  }

  private static void assertRefused(CounterRefusal refusal, CounterReply<?> reply) {
    assertEquals(new CounterReply.Refused<>(refusal), reply);
  }
}
