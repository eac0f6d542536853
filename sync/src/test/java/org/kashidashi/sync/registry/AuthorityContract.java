package org.kashidashi.sync.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.sync.registry.sim.AuthorityTrouble;
import org.kashidashi.sync.registry.sim.SimulatedAuthority;

/** What every authority does, whatever it is asked through. The persons behind it are invented. */
public abstract class AuthorityContract {
  private static final String PERSONS = """
      subject,answer,identifier,signature,name,address,birth_date,sex
      MYKEY,MYKEY_ID,TEST0001,VALID,貸出太郎,架空県見本市1丁目1番1号,1980-03-01,MALE
      USER,USER_IDENTIFIER,TEST-USER-1,REVOKED,貸出花子,架空県見本市2丁目2番2号,1996-02-29,
      NEWCOMER,NO_IDENTIFIER,,NONE,,,,
      OLD,OLD_METHOD,,VALID,,,,
      REVOKED,REVOKED,,REVOKED,,,,
      SUSPENDED,SUSPENDED,,VALID,,,,
      """;
  private static final PersonDetails TARO = new PersonDetails(
      "貸出太郎", "架空県見本市1丁目1番1号", LocalDate.of(1980, 3, 1), Optional.of(PersonDetails.Sex.MALE));
  private static final PersonIdentifier MYKEY =
      new PersonIdentifier(IdentifierKind.MYKEY_ID, "TEST0001");
  private static final PersonIdentifier USER =
      new PersonIdentifier(IdentifierKind.USER_IDENTIFIER, "TEST-USER-1");
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private SimulatedAuthority world;
  private Asked asked;

  /** One object that is asked both at counters and at kiosks. */
  public interface Asked extends AutoCloseable {
    Authority authority();

    IdentityResolver resolver();

    @Override
    void close();
  }

  /**
   * Something to ask, with these persons behind it.
   *
   * @param limit the longest time that an answer may take
   */
  protected abstract Asked ask(SimulatedAuthority world, Duration limit) throws Exception;

  @BeforeEach
  void start() throws Exception {
    world = world(LIMIT);
    asked = ask(world, LIMIT);
  }

  @AfterEach
  void stop() {
    asked.close();
  }

  @Test
  void resolvesCertificateToTheIdentifierOfItsHolder() throws Exception {
    assertEquals(new Resolution.Resolved(MYKEY), resolve("MYKEY"));
    assertEquals(new Resolution.Resolved(USER), resolve("USER"));
  }

  @Test
  void saysWhyCertificateIsNotResolved() throws Exception {
    assertEquals(new Resolution.OldMethodOnly(), resolve("OLD"));
    assertEquals(new Resolution.UnknownPerson(), resolve("NOBODY"));
    assertEquals(new Resolution.UnknownPerson(), resolve("NEWCOMER"));
    assertEquals(new Resolution.Revoked(), resolve("REVOKED"));
    assertEquals(new Resolution.Suspended(), resolve("SUSPENDED"));
  }

  @Test
  void knowsNobodyBySomethingThatIsNoCertificate() {
    assertEquals(
        new Resolution.UnknownPerson(),
        asked
            .resolver()
            .resolve(new PresentedCertificate(new byte[] {48, 1, 0}, new byte[0], BigInteger.ONE)));
  }

  @Test
  void introducesPersonWithTheirDetails() throws Exception {
    assertEquals(
        new Introduction.Introduced(MYKEY, Optional.of(TARO)),
        introduce("MYKEY", IdentifierKind.MYKEY_ID, false));
  }

  @Test
  void leavesOutTheSexThatIsNotHandedOver() throws Exception {
    Introduction answer = introduce("USER", IdentifierKind.USER_IDENTIFIER, false);

    assertEquals(
        new Introduction.Introduced(
            USER,
            Optional.of(new PersonDetails(
                "貸出花子", "架空県見本市2丁目2番2号", LocalDate.of(1996, 2, 29), Optional.empty()))),
        answer);
  }

  @Test
  void sendsHomeWhoHasNoIdentifierThatIsMadeBeforehand() throws Exception {
    assertEquals(
        new Introduction.NoIdentifier(), introduce("NEWCOMER", IdentifierKind.MYKEY_ID, false));
    assertEquals(
        new Introduction.NoIdentifier(), introduce("MYKEY", IdentifierKind.USER_IDENTIFIER, false));
    assertEquals(new Introduction.NoIdentifier(), introduce("OLD", IdentifierKind.MYKEY_ID, false));
  }

  @ParameterizedTest
  @EnumSource(IdentifierKind.class)
  void makesIdentifierOnceAtTheCounterAndKnowsItFromThenOn(IdentifierKind kind) throws Exception {
    TestCard card = new TestCard("NEWCOMER");
    Introduction.Introduced made = assertInstanceOf(
        Introduction.Introduced.class,
        asked.authority().introduce(card.proof(), new IdentifierWish(kind, true)));

    assertEquals(kind, made.person().kind());
    assertEquals(Optional.empty(), made.details());
    assertEquals(made, asked.authority().introduce(card.proof(), new IdentifierWish(kind, false)));
    assertEquals(
        new Resolution.Resolved(made.person()), asked.resolver().resolve(card.certificate()));
    assertEquals(new SignatureStanding.None(), asked.authority().signatureStanding(made.person()));
  }

  @Test
  void makesMyKeyIdsOfEightCharacters() throws Exception {
    Introduction.Introduced made = assertInstanceOf(
        Introduction.Introduced.class, introduce("NEWCOMER", IdentifierKind.MYKEY_ID, true));

    assertEquals(8, made.person().value().length());
  }

  /** The migration of a link of the old method. */
  @Test
  void resolvesByTheNewIdentifierOnceOneWasMadeForWhoWasKnownByTheOldMethod() throws Exception {
    Introduction.Introduced made = assertInstanceOf(
        Introduction.Introduced.class, introduce("OLD", IdentifierKind.MYKEY_ID, true));

    assertEquals(new Resolution.Resolved(made.person()), resolve("OLD"));
  }

  @Test
  void refusesProofThatTheCardDidNotMake() throws Exception {
    TestCard card = new TestCard("MYKEY");
    IdentifierWish wish = new IdentifierWish(IdentifierKind.MYKEY_ID, true);

    assertEquals(
        new Introduction.ProofWrong(),
        asked.authority().introduce(card.proofOfAnotherChallenge(), wish));
    assertEquals(
        new Introduction.ProofWrong(),
        asked.authority().introduce(new TestCard("USER").proofAs(card), wish));
    assertEquals(new Introduction.ProofWrong(), introduce("NOBODY", IdentifierKind.MYKEY_ID, true));
  }

  @Test
  void introducesNobodyByStoppedCard() throws Exception {
    assertEquals(new Introduction.Revoked(), introduce("REVOKED", IdentifierKind.MYKEY_ID, true));
    assertEquals(
        new Introduction.Suspended(), introduce("SUSPENDED", IdentifierKind.MYKEY_ID, true));
  }

  @Test
  void tellsHowSignatureCertificatesStand() {
    assertEquals(new SignatureStanding.Valid(), asked.authority().signatureStanding(MYKEY));
    assertEquals(new SignatureStanding.Revoked(), asked.authority().signatureStanding(USER));
    assertEquals(
        new SignatureStanding.UnknownPerson(),
        asked
            .authority()
            .signatureStanding(new PersonIdentifier(IdentifierKind.MYKEY_ID, "NOBODY00")));

    world.setSignature("MYKEY", new SignatureStanding.None());

    assertEquals(new SignatureStanding.None(), asked.authority().signatureStanding(MYKEY));
  }

  @Test
  void noticesStopByTelephoneAndItsLifting() throws Exception {
    world.suspend("MYKEY");

    assertEquals(new Resolution.Suspended(), resolve("MYKEY"));

    world.lift("MYKEY");

    assertEquals(new Resolution.Resolved(MYKEY), resolve("MYKEY"));

    world.revoke("MYKEY");
    world.lift("MYKEY");

    assertEquals(new Resolution.Revoked(), resolve("MYKEY"));
  }

  @Test
  void letsReissuedCardInheritTheMyKeyId() throws Exception {
    world.reissue("MYKEY", "MYKEY-2");

    assertEquals(new Resolution.Revoked(), resolve("MYKEY"));
    assertEquals(new Resolution.Resolved(MYKEY), resolve("MYKEY-2"));
    assertEquals(new SignatureStanding.Valid(), asked.authority().signatureStanding(MYKEY));
  }

  @Test
  void asksHolderOfReissuedCardToBeLinkedAnewByUserIdentifier() throws Exception {
    world.reissue("USER", "USER-2");

    assertEquals(new Resolution.Revoked(), resolve("USER"));
    assertEquals(new Resolution.UnknownPerson(), resolve("USER-2"));
    assertEquals(new SignatureStanding.UnknownPerson(), asked.authority().signatureStanding(USER));
    Introduction.Introduced made = assertInstanceOf(
        Introduction.Introduced.class, introduce("USER-2", IdentifierKind.USER_IDENTIFIER, true));
    assertNotEquals(USER, made.person());
  }

  @Test
  void handsOverWhereThePersonLivesNow() throws Exception {
    PersonDetails moved =
        new PersonDetails("貸出太郎", "架空県別見本市3丁目3番3号", LocalDate.of(1980, 3, 1), Optional.empty());
    world.setDetails("MYKEY", moved);

    assertEquals(
        new Introduction.Introduced(MYKEY, Optional.of(moved)),
        introduce("MYKEY", IdentifierKind.MYKEY_ID, false));
  }

  @Test
  void answersThatItCannotBeAskedWhileItIsDown() throws Exception {
    world.setTrouble(new AuthorityTrouble.Down());
    assertUnavailable();

    world.setTrouble(new AuthorityTrouble.Nothing());
    assertEquals(new Resolution.Resolved(MYKEY), resolve("MYKEY"));
  }

  @Test
  void waitsForSlowAnswerButNotBeyondItsLimit() throws Exception {
    world.setTrouble(new AuthorityTrouble.Slow(Duration.ofMillis(20)));
    assertEquals(new Resolution.Resolved(MYKEY), resolve("MYKEY"));

    Duration impatience = Duration.ofMillis(200);
    SimulatedAuthority slow = world(impatience);
    slow.setTrouble(new AuthorityTrouble.Slow(Duration.ofDays(1)));
    try (Asked impatient = ask(slow, impatience)) {
      assertInstanceOf(
          Resolution.Unavailable.class,
          impatient.resolver().resolve(new TestCard("MYKEY").certificate()));
    }
  }

  @Test
  void passesOnWrongAnswers() throws Exception {
    world.setTrouble(new AuthorityTrouble.Wrong(new Resolution.Revoked()));
    assertEquals(new Resolution.Revoked(), resolve("MYKEY"));
    world.setTrouble(new AuthorityTrouble.WrongIntroduction(new Introduction.Suspended()));
    assertEquals(new Introduction.Suspended(), introduce("MYKEY", IdentifierKind.MYKEY_ID, false));
    world.setTrouble(new AuthorityTrouble.WrongStanding(new SignatureStanding.None()));
    assertEquals(new SignatureStanding.None(), asked.authority().signatureStanding(MYKEY));
  }

  private void assertUnavailable() throws Exception {
    Resolution.Unavailable resolution =
        assertInstanceOf(Resolution.Unavailable.class, resolve("MYKEY"));
    assertFalse(resolution.reason().isBlank());
    assertInstanceOf(
        Introduction.Unavailable.class, introduce("MYKEY", IdentifierKind.MYKEY_ID, false));
    assertInstanceOf(
        SignatureStanding.Unavailable.class, asked.authority().signatureStanding(MYKEY));
  }

  private Resolution resolve(String subject) throws GeneralSecurityException, IOException {
    return asked.resolver().resolve(new TestCard(subject).certificate());
  }

  private Introduction introduce(String subject, IdentifierKind kind, boolean makeIfNone)
      throws GeneralSecurityException, IOException {
    return asked
        .authority()
        .introduce(new TestCard(subject).proof(), new IdentifierWish(kind, makeIfNone));
  }

  private static SimulatedAuthority world(Duration limit) throws IOException {
    return SimulatedAuthority.of(new StringReader(PERSONS), limit);
  }
}
