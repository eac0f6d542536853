package org.kashidashi.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kashidashi.hal.card.jpki.CardChallenge;
import org.kashidashi.hal.card.jpki.CardReading;
import org.kashidashi.hal.card.jpki.CertificateBytes;
import org.kashidashi.hal.card.jpki.ChallengeAnswer;
import org.kashidashi.kiosk.identity.Identification.NotProved.Lack;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.CardKey;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.LinkAnswer;
import org.kashidashi.sync.registry.PersonIdentifier;
import org.kashidashi.sync.registry.Resolution;

final class PatronIdentificationTest {
  private static final ForgedKey AUTHORITY = ForgedKey.rsa(1);
  private static final CertificateForge LEAF = CertificateForge.leaf(ForgedKey.rsa(3), AUTHORITY);
  private static final PersonIdentifier PERSON =
      new PersonIdentifier(IdentifierKind.MYKEY_ID, "ABCD1234");
  private static final PatronId PATRON = new PatronId("0000000123");
  private static final Resolution RESOLVED = new Resolution.Resolved(PERSON);
  private static final LinkAnswer LINKED = new LinkAnswer.Linked(PATRON, Optional.empty());
  private static final List<TrustAnchor> ANCHORS =
      List.of(CertificateForge.authority(AUTHORITY).anchor());

  /** Every row of the reader's behaviour table that is a certificate, and more. */
  static List<Arguments> certificates() {
    return List.of(
        Arguments.of(LEAF.der(), new Identification.Identified(PATRON)),
        Arguments.of(
            LEAF.valid("2020-01-01T00:00:00Z", "2025-03-01T14:59:59Z").der(),
            new Identification.CardExpired(Instant.parse("2025-03-01T14:59:59Z"))),
        Arguments.of(
            LEAF.valid("2027-01-01T00:00:00Z", "2031-03-01T14:59:59Z").der(),
            new Identification.ClockOrCertificate(Instant.parse("2027-01-01T00:00:00Z"))),
        Arguments.of(
            CertificateForge.leaf(ForgedKey.rsa(3), ForgedKey.rsa(4)).der(),
            new Identification.Untrusted("NOT_SIGNED_BY_AN_ANCHOR")),
        Arguments.of(
            LEAF.policy("1.2.392.200149.8.5.1.1.20").der(), new Identification.Untrusted("POLICY")),
        Arguments.of(
            new byte[] {0x30, 0x00},
            new Identification.Damaged("certificate of 2 bytes, need 128 to 4096")));
  }

  @ParameterizedTest
  @MethodSource("certificates")
  void judgesCertificate(byte[] der, Identification expected) {
    assertEquals(expected, identify(read(der), RESOLVED, LINKED));
  }

  static List<Arguments> otherReadings() {
    return List.of(
        Arguments.of(new CardReading.Phone(), new Identification.Phone()),
        Arguments.of(new CardReading.JukiCard(), new Identification.Juki()),
        Arguments.of(new CardReading.NoCertificate(), new Identification.NoCertificate()),
        Arguments.of(
            new CardReading.OtherCard(CardReading.OtherCard.Kind.TRANSIT_CARD),
            new Identification.OtherCard(CardReading.OtherCard.Kind.TRANSIT_CARD)),
        Arguments.of(new CardReading.Collision(), new Identification.Collision()),
        Arguments.of(new CardReading.Moved(), new Identification.Moved()),
        Arguments.of(
            new CardReading.ReaderDown("unplugged"), new Identification.ReaderDown("unplugged")),
        Arguments.of(new CardReading.Mute(), new Identification.Mute()),
        Arguments.of(new CardReading.NoCard(), new Identification.NoCard()),
        Arguments.of(
            new CardReading.DamagedCertificate("not 30 82"),
            new Identification.Damaged("not 30 82")));
  }

  @ParameterizedTest
  @MethodSource("otherReadings")
  void passesOnWhatTheReaderFound(CardReading reading, Identification expected) {
    assertEquals(expected, identify(reading, RESOLVED, LINKED));
  }

  static List<Arguments> resolutions() {
    return List.of(
        Arguments.of(new Resolution.OldMethodOnly(), new Identification.OldMethodOnly()),
        Arguments.of(new Resolution.UnknownPerson(), new Identification.Unlinked()),
        Arguments.of(new Resolution.Revoked(), new Identification.Stopped()),
        Arguments.of(new Resolution.Suspended(), new Identification.Stopped()),
        Arguments.of(
            new Resolution.Unavailable("503"), new Identification.AuthorityUnavailable("503")));
  }

  @ParameterizedTest
  @MethodSource("resolutions")
  void believesAuthority(Resolution resolution, Identification expected) {
    assertEquals(expected, identify(read(LEAF.der()), resolution, LINKED));
  }

  static List<Arguments> links() {
    return List.of(
        Arguments.of(new LinkAnswer.NotLinked(), new Identification.Unlinked()),
        Arguments.of(new LinkAnswer.Reissued(), new Identification.Reissued()),
        Arguments.of(
            new LinkAnswer.Unreachable("timeout"),
            new Identification.RegistryUnreachable("timeout")));
  }

  @ParameterizedTest
  @MethodSource("links")
  void believesRegistry(LinkAnswer link, Identification expected) {
    assertEquals(expected, identify(read(LEAF.der()), RESOLVED, link));
  }

  @Test
  void asksNobodyAboutCertificateThatIsNotValid() {
    List<String> asked = new ArrayList<>();
    PatronIdentification identification = new PatronIdentification(
        check(),
        certificate -> {
          asked.add("authority");
          return RESOLVED;
        },
        person -> {
          asked.add("registry");
          return LINKED;
        },
        LeastProof.CERTIFICATE);
    identification.identify(
        read(LEAF.valid("2020-01-01T00:00:00Z", "2025-03-01T14:59:59Z").der()));
    assertEquals(List.of(), asked);
    identification.identify(read(LEAF.der()));
    assertEquals(List.of("authority", "registry"), asked);
  }

  @Test
  void asksRegistryForPersonAndNotForSerial() {
    List<PersonIdentifier> asked = new ArrayList<>();
    new PatronIdentification(
            check(),
            certificate -> RESOLVED,
            person -> {
              asked.add(person);
              return LINKED;
            },
            LeastProof.CERTIFICATE)
        .identify(read(LEAF.der()));
    assertEquals(List.of(PERSON), asked);
  }

  static List<Arguments> proofs() throws GeneralSecurityException {
    KeyPair own = rsaKey();
    CardReading answered = answered(own);
    LinkAnswer recorded = linkedWith(own.getPublic().getEncoded());
    LinkAnswer otherKey = linkedWith(rsaKey().getPublic().getEncoded());
    LinkAnswer nonsense = linkedWith(new byte[] {0x30, 0x01, 0x02});
    Identification identified = new Identification.Identified(PATRON);
    CardReading silent = read(LEAF.der());
    return List.of(
        Arguments.of(answered, recorded, LeastProof.CARD_CHALLENGE, identified),
        Arguments.of(answered, otherKey, LeastProof.CARD_CHALLENGE, notProved(Lack.OTHER_KEY)),
        Arguments.of(answered, nonsense, LeastProof.CARD_CHALLENGE, notProved(Lack.OTHER_KEY)),
        Arguments.of(answered, LINKED, LeastProof.CARD_CHALLENGE, notProved(Lack.NO_KEY_RECORDED)),
        Arguments.of(silent, recorded, LeastProof.CARD_CHALLENGE, notProved(Lack.NO_ANSWER)),
        Arguments.of(replayed(own), recorded, LeastProof.CARD_CHALLENGE, notProved(Lack.OTHER_KEY)),
        Arguments.of(silent, LINKED, LeastProof.CERTIFICATE, identified),
        Arguments.of(silent, otherKey, LeastProof.CERTIFICATE, identified),
        Arguments.of(answered, otherKey, LeastProof.CERTIFICATE, identified),
        Arguments.of(
            answered,
            new LinkAnswer.NotLinked(),
            LeastProof.CARD_CHALLENGE,
            new Identification.Unlinked()));
  }

  @ParameterizedTest
  @MethodSource("proofs")
  void asksForTheLeastProof(
      CardReading reading, LinkAnswer link, LeastProof leastProof, Identification expected) {
    assertEquals(expected, identify(reading, RESOLVED, link, leastProof));
  }

  private static Identification notProved(Lack lack) {
    return new Identification.NotProved(lack);
  }

  private static LinkAnswer linkedWith(byte[] spki) {
    return new LinkAnswer.Linked(PATRON, Optional.of(new CardKey(spki)));
  }

  private static CardReading answered(KeyPair key) throws GeneralSecurityException {
    CardChallenge challenge = CardChallenge.fresh(new SplittableRandom(1));
    return answer(challenge, signed(key, challenge));
  }

  /** The answer to another challenge, as somebody may have overheard it. */
  private static CardReading replayed(KeyPair key) throws GeneralSecurityException {
    byte[] overheard = signed(key, CardChallenge.fresh(new SplittableRandom(1)));
    return answer(CardChallenge.fresh(new SplittableRandom(2)), overheard);
  }

  private static CardReading answer(CardChallenge challenge, byte[] signature) {
    return new CardReading.CertificateAnswered(
        new CertificateBytes(LEAF.der()), new ChallengeAnswer(challenge, signature));
  }

  private static byte[] signed(KeyPair key, CardChallenge challenge)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key.getPrivate());
    signature.update(challenge.bytes());
    return signature.sign();
  }

  private static KeyPair rsaKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  @Test
  void printsNoNumberOfThePatron() {
    String printed = identify(read(LEAF.der()), RESOLVED, LINKED).toString();
    assertTrue(printed.startsWith("Identified"), printed);
    assertFalse(printed.contains(PATRON.number()), printed);
  }

  private static Identification identify(
      CardReading reading, Resolution resolution, LinkAnswer link) {
    return identify(reading, resolution, link, LeastProof.CERTIFICATE);
  }

  private static Identification identify(
      CardReading reading, Resolution resolution, LinkAnswer link, LeastProof leastProof) {
    return new PatronIdentification(check(), certificate -> resolution, person -> link, leastProof)
        .identify(reading);
  }

  private static CardReading read(byte[] der) {
    return new CardReading.CertificateRead(new CertificateBytes(der));
  }

  private static CertificateCheck check() {
    return new CertificateCheck(
        () -> ANCHORS,
        AcceptedPolicies.production(),
        Clock.fixed(Instant.parse("2026-11-20T05:05:00Z"), ZoneOffset.UTC));
  }
}
