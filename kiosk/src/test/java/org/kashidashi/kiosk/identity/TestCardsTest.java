package org.kashidashi.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.hal.card.jpki.CertificateBytes;
import org.kashidashi.hal.sim.CardHolder;
import org.kashidashi.hal.sim.CardIssuer;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.CertificatePolicy;
import org.kashidashi.hal.sim.CertificateUse;
import org.kashidashi.hal.sim.LeafProfile;
import org.kashidashi.hal.sim.TestHierarchy;
import org.kashidashi.kiosk.identity.CertificateVerdict.Unfit;
import org.kashidashi.kiosk.identity.CertificateVerdict.Untrusted;
import org.kashidashi.kiosk.identity.TrustImport.Examination;
import org.kashidashi.kiosk.identity.TrustImport.Outcome;

/** The simulator's authority and cards, as a test kiosk and a production kiosk judge them. */
final class TestCardsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T05:05:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final AcceptedPolicies TEST_POLICIES = AcceptedPolicies.production()
      .and(List.of(CertificatePolicy.TEST_USER_AUTHENTICATION.identifier()));
  private static final TestHierarchy HIERARCHY = TestHierarchy.create(random());
  private static final CardIssuer ISSUER = new CardIssuer(HIERARCHY, CLOCK, random());
  private static final CardHolder HOLDER = CardHolder.example();

  @TempDir
  Path folder;

  @BeforeEach
  void trustBothGenerations() throws TrustStoreException, IOException {
    TrustImport importing = new TrustImport(store(AuthorityScope.TEST), CLOCK);
    for (var authority : List.of(HIERARCHY.first(), HIERARCHY.second())) {
      Path file =
          Files.write(folder.resolve("authority.cer"), authority.certificate().der());
      Examination.Admissible candidate =
          assertInstanceOf(Examination.Admissible.class, importing.examine(file));
      assertEquals(
          Outcome.IMPORTED, importing.confirm(candidate, candidate.anchor().fingerprint()));
    }
  }

  @Test
  void testKioskAcceptsTestCard() {
    assertInstanceOf(
        CertificateVerdict.Valid.class,
        checkAsTest(ISSUER.certificate(CardVariant.NORMAL, HOLDER)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1500, 2000})
  void testKioskAcceptsTestCardWithLongCertificate(int length) {
    assertInstanceOf(
        CertificateVerdict.Valid.class, checkAsTest(issue(profile().withLengthMinimum(length))));
  }

  @Test
  void productionKioskTrustsNoTestCardEvenFromTheSameDirectory() {
    CertificateCheck check = new CertificateCheck(
        store(AuthorityScope.PRODUCTION), AcceptedPolicies.production(), CLOCK);
    assertEquals(
        new Untrusted(Untrusted.Reason.NO_ANCHORS),
        check.check(ISSUER.certificate(CardVariant.NORMAL, HOLDER)));
  }

  @Test
  void refusesTestPolicyThatWasNotConfigured() {
    CertificateCheck check =
        new CertificateCheck(store(AuthorityScope.TEST), AcceptedPolicies.production(), CLOCK);
    assertEquals(
        new Unfit(Unfit.Reason.POLICY),
        check.check(ISSUER.certificate(CardVariant.NORMAL, HOLDER)));
  }

  @Test
  void tellsVariantsApart() {
    assertInstanceOf(
        CertificateVerdict.Expired.class,
        checkAsTest(ISSUER.certificate(CardVariant.CERTIFICATE_EXPIRED, HOLDER)));
    assertInstanceOf(
        CertificateVerdict.NotYetValid.class,
        checkAsTest(ISSUER.certificate(CardVariant.NOT_YET_VALID, HOLDER)));
    assertEquals(
        new Untrusted(Untrusted.Reason.NOT_SIGNED_BY_AN_ANCHOR),
        checkAsTest(ISSUER.certificate(CardVariant.UNKNOWN_AUTHORITY, HOLDER)));
  }

  @Test
  void refusesSignaturePolicy() {
    assertEquals(
        new Unfit(Unfit.Reason.POLICY),
        checkAsTest(issue(profile().withPolicy(CertificatePolicy.TEST_SIGNATURE))));
  }

  @ParameterizedTest
  @EnumSource(
      value = CertificateUse.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "DIGITAL_SIGNATURE")
  void refusesOtherUse(CertificateUse use) {
    assertEquals(
        new Unfit(Unfit.Reason.KEY_USAGE), checkAsTest(issue(profile().withUses(Set.of(use)))));
  }

  private static LeafProfile profile() {
    return ISSUER.profile(CardVariant.NORMAL, HOLDER);
  }

  private static CertificateBytes issue(LeafProfile leaf) {
    return HIERARCHY.second().issue(leaf, HIERARCHY.cardKey());
  }

  private CertificateVerdict checkAsTest(CertificateBytes certificate) {
    return new CertificateCheck(store(AuthorityScope.TEST), TEST_POLICIES, CLOCK)
        .check(certificate);
  }

  private TrustStore store(AuthorityScope scope) {
    return new TrustStore(folder.resolve("trust"), scope);
  }

  private static SecureRandom random() {
    try {
      SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(20261120);
      return random;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
