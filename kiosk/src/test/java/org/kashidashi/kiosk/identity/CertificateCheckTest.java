package org.kashidashi.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.hal.card.jpki.CertificateBytes;
import org.kashidashi.kiosk.identity.CertificateVerdict.Unfit;
import org.kashidashi.kiosk.identity.CertificateVerdict.Untrusted;
import org.kashidashi.sync.registry.PresentedCertificate;

final class CertificateCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-20T05:05:00Z");
  private static final ForgedKey AUTHORITY = ForgedKey.rsa(1);
  private static final ForgedKey OLDER_AUTHORITY = ForgedKey.rsa(2);
  private static final ForgedKey HOLDER = ForgedKey.rsa(3);
  private static final CertificateForge LEAF = CertificateForge.leaf(HOLDER, AUTHORITY);
  private static final List<TrustAnchor> ANCHORS =
      List.of(CertificateForge.authority(AUTHORITY).anchor());

  @Test
  void acceptsCertificateOfTrustedAuthority() {
    byte[] der = LEAF.der();
    CertificateVerdict.Valid valid = assertInstanceOf(CertificateVerdict.Valid.class, check(der));
    PresentedCertificate presented = valid.certificate();
    assertEquals(new BigInteger("0705D990", 16), presented.serial());
    assertEquals(CertificateForge.PRODUCTION, X500Name.getInstance(presented.issuer()));
    assertEquals(new CertificateBytes(der), new CertificateBytes(presented.der()));
  }

  @Test
  void choosesAnchorBySignatureWhenGenerationsShareTheirName() {
    CertificateForge older = CertificateForge.leaf(HOLDER, OLDER_AUTHORITY);
    List<TrustAnchor> both = List.of(
        CertificateForge.authority(AUTHORITY).anchor(),
        CertificateForge.authority(OLDER_AUTHORITY).anchor());
    assertInstanceOf(CertificateVerdict.Valid.class, check(older.der(), both, NOW));
    assertInstanceOf(CertificateVerdict.Valid.class, check(LEAF.der(), both, NOW));
  }

  @Test
  void refusesCertificateOfSameNameAndOtherKey() {
    assertEquals(
        new Untrusted(Untrusted.Reason.NOT_SIGNED_BY_AN_ANCHOR),
        check(CertificateForge.leaf(HOLDER, ForgedKey.rsa(4)).der()));
  }

  @Test
  void refusesCertificateThatNamesAnotherIssuerThanItsSigner() {
    CertificateForge leaf =
        LEAF.named(new X500Name("C=JP,O=JPKI,OU=Somebody else"), LEAF.subject());
    assertEquals(new Untrusted(Untrusted.Reason.NOT_SIGNED_BY_AN_ANCHOR), check(leaf.der()));
  }

  @Test
  void refusesCertificateWhoseIssuerIsHolderOfAnother() {
    CertificateForge below = CertificateForge.leaf(ForgedKey.rsa(5), HOLDER)
        .named(LEAF.subject(), new X500Name("CN=0000000BBBBBB99999001A,C=JP"));
    assertEquals(new Untrusted(Untrusted.Reason.NOT_SIGNED_BY_AN_ANCHOR), check(below.der()));
  }

  @Test
  void refusesEverythingWhenNoAuthorityIsTrusted() {
    assertEquals(new Untrusted(Untrusted.Reason.NO_ANCHORS), check(LEAF.der(), List.of(), NOW));
  }

  @Test
  void refusesCertificateWhenItsAuthorityHasExpired() {
    TrustAnchor expired = CertificateForge.authority(AUTHORITY)
        .valid("2015-10-20T00:00:00Z", "2025-10-19T14:59:59Z")
        .anchor();
    assertEquals(
        new Untrusted(Untrusted.Reason.ANCHOR_OUT_OF_DATE),
        check(LEAF.der(), List.of(expired), NOW));
  }

  @Test
  void saysExpiredRatherThanUntrustedWhenCardAndAuthorityBothExpired() {
    TrustAnchor expired = CertificateForge.authority(AUTHORITY)
        .valid("2015-10-20T00:00:00Z", "2025-10-19T14:59:59Z")
        .anchor();
    CertificateForge old = LEAF.valid("2019-01-01T00:00:00Z", "2024-01-01T14:59:59Z");
    assertEquals(
        new CertificateVerdict.Expired(Instant.parse("2024-01-01T14:59:59Z")),
        check(old.der(), List.of(expired), NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-22T01:02:02Z, NotYetValid",
    "2024-01-22T01:02:03Z, Valid",
    "2028-03-01T14:59:59Z, Valid",
    "2028-03-01T15:00:00Z, Expired",
    "1970-01-01T00:00:10Z, NotYetValid",
  })
  void comparesDatesInUtcWithBothEndsIncluded(Instant now, String verdict) {
    assertEquals(verdict, check(LEAF.der(), ANCHORS, now).getClass().getSimpleName());
  }

  @Test
  void readsTimeAfter2049() {
    CertificateForge leaf = LEAF.valid("2024-01-22T01:02:03Z", "2051-03-01T14:59:59Z");
    assertInstanceOf(CertificateVerdict.Valid.class, check(leaf.der()));
  }

  static List<CertificateForge> wrongKeyUsages() {
    return List.of(
        LEAF.keyUsage(true, KeyUsage.nonRepudiation),
        LEAF.keyUsage(true, KeyUsage.digitalSignature | KeyUsage.nonRepudiation),
        LEAF.keyUsage(true, KeyUsage.digitalSignature | KeyUsage.decipherOnly),
        LEAF.keyUsage(true, KeyUsage.digitalSignature | KeyUsage.keyCertSign),
        LEAF.keyUsage(false, KeyUsage.digitalSignature),
        LEAF.without(Extension.keyUsage));
  }

  @ParameterizedTest
  @MethodSource("wrongKeyUsages")
  void refusesWrongKeyUsage(CertificateForge forge) {
    assertEquals(new Unfit(Unfit.Reason.KEY_USAGE), check(forge.der()));
  }

  @Test
  void refusesCertificateThatSaysItIsAnAuthority() {
    assertEquals(
        new Unfit(Unfit.Reason.AUTHORITY),
        check(LEAF.basicConstraints(true, true).der()));
  }

  @Test
  void acceptsBasicConstraintsThatSayItIsNone() {
    assertInstanceOf(
        CertificateVerdict.Valid.class, check(LEAF.basicConstraints(true, false).der()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.392.200149.8.5.1.1.20", "1.2.392.200149.8.5.1.0.20", "2.5.29.32.0"})
  void refusesOtherPolicy(String policy) {
    assertEquals(new Unfit(Unfit.Reason.POLICY), check(LEAF.policy(policy).der()));
  }

  @Test
  void refusesCertificateWithoutPolicy() {
    assertEquals(
        new Unfit(Unfit.Reason.POLICY),
        check(LEAF.without(Extension.certificatePolicies).der()));
  }

  @Test
  void acceptsTestPolicyOnlyWhenItIsAdded() {
    String test = "1.2.392.200149.8.5.1.2.30";
    CertificateCheck check = new CertificateCheck(
        () -> ANCHORS,
        AcceptedPolicies.production().and(List.of(test)),
        Clock.fixed(NOW, ZoneOffset.UTC));
    byte[] der = LEAF.policy(test).der();
    assertInstanceOf(CertificateVerdict.Valid.class, check.check(new CertificateBytes(der)));
    assertEquals(new Unfit(Unfit.Reason.POLICY), check(der));
  }

  @Test
  void refusesUnknownCriticalExtension() {
    assertEquals(
        new Unfit(Unfit.Reason.UNKNOWN_CRITICAL_EXTENSION),
        check(LEAF.unknownExtension(true).der()));
    assertInstanceOf(
        CertificateVerdict.Valid.class, check(LEAF.unknownExtension(false).der()));
  }

  @Test
  void refusesShortKeyOfHolder() {
    assertEquals(
        new Unfit(Unfit.Reason.PUBLIC_KEY),
        check(CertificateForge.leaf(ForgedKey.rsa(6, 1024), AUTHORITY).der()));
  }

  @Test
  void refusesOtherCurveThanP384() {
    assertEquals(
        new Unfit(Unfit.Reason.PUBLIC_KEY),
        check(CertificateForge.leaf(ForgedKey.p256(7), AUTHORITY).der()));
  }

  @Test
  void refusesSha1() {
    assertEquals(
        new Untrusted(Untrusted.Reason.ALGORITHM),
        check(CertificateForge.leaf(HOLDER, AUTHORITY.signingWith(ForgedKey.Kind.RSA_SHA1))
            .der()));
  }

  @Test
  void acceptsNextGenerationsAlgorithm() {
    ForgedKey next = ForgedKey.p384(8);
    List<TrustAnchor> anchors = List.of(
        CertificateForge.authority(AUTHORITY).anchor(),
        CertificateForge.authority(next).anchor());
    byte[] der = CertificateForge.leaf(ForgedKey.p384(9), next).der();
    assertInstanceOf(CertificateVerdict.Valid.class, check(der, anchors, NOW));
    assertEquals(
        new Untrusted(Untrusted.Reason.NOT_SIGNED_BY_AN_ANCHOR),
        check(CertificateForge.leaf(HOLDER, ForgedKey.p384(10)).der(), anchors, NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "8000000000000000000000000000000000000000"})
  void refusesSerialThatIsNotPositiveOrTooLong(String hex) {
    assertMalformed(LEAF.serial(new BigInteger(hex, 16)).der());
  }

  @Test
  void keepsLongestSerialWhole() {
    BigInteger serial = BigInteger.ONE.shiftLeft(159).subtract(BigInteger.ONE);
    CertificateVerdict.Valid valid = assertInstanceOf(
        CertificateVerdict.Valid.class, check(LEAF.serial(serial).der()));
    assertEquals(serial, valid.certificate().serial());
  }

  @Test
  void refusesTrailingBytes() {
    byte[] der = LEAF.der();
    assertMalformed(Arrays.copyOf(der, der.length + 1));
  }

  @Test
  void refusesEveryTruncation() {
    byte[] der = LEAF.der();
    for (int length = 0; length < der.length; length++) {
      assertMalformed(Arrays.copyOf(der, length));
    }
  }

  @Test
  void refusesOversizedBytes() {
    assertMalformed(new byte[1 << 20]);
  }

  @Test
  void refusesDeeplyNestedBytes() {
    byte[] nested = new byte[4096];
    for (int index = 0; index < nested.length; index += 2) {
      nested[index] = 0x30;
      nested[index + 1] = (byte) 0x80;
    }
    assertMalformed(nested);
  }

  /** Every byte of a certificate counts: no flip may pass, none may throw. */
  @Test
  void refusesFlippedBitInEveryByte() {
    byte[] der = LEAF.der();
    Random random = new Random(20261120);
    for (int index = 0; index < der.length; index++) {
      byte[] flipped = der.clone();
      flipped[index] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      int at = index;
      assertFalse(
          check(flipped) instanceof CertificateVerdict.Valid, () -> "byte " + at + " is ignored");
    }
  }

  /** Also when the forger holds a trusted key, so that the checks behind the signature are hit. */
  @ParameterizedTest
  @MethodSource("seeds")
  void neverThrowsForChangedExtensionsThatAreSignedAgain(int seed) {
    Random random = new Random(seed);
    List<Extension> extensions = new ArrayList<>();
    for (Extension extension : LEAF.extensions()) {
      byte[] value = extension.getExtnValue().getOctets().clone();
      value[random.nextInt(value.length)] = (byte) random.nextInt();
      extensions.add(new Extension(extension.getExtnId(), extension.isCritical(), value));
    }
    CertificateForge forge = new CertificateForge(
        LEAF.serial(),
        LEAF.issuer(),
        LEAF.subject(),
        LEAF.notBefore(),
        LEAF.notAfter(),
        HOLDER,
        AUTHORITY,
        extensions);
    boolean unchanged = forge.extensions().equals(LEAF.extensions());
    assertEquals(unchanged, check(forge.der()) instanceof CertificateVerdict.Valid);
  }

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  private static void assertMalformed(byte[] der) {
    assertInstanceOf(CertificateVerdict.Malformed.class, check(der));
  }

  private static CertificateVerdict check(byte[] der) {
    return check(der, ANCHORS, NOW);
  }

  private static CertificateVerdict check(byte[] der, List<TrustAnchor> anchors, Instant now) {
    return new CertificateCheck(
            () -> anchors, AcceptedPolicies.production(), Clock.fixed(now, ZoneOffset.UTC))
        .check(new CertificateBytes(der));
  }
}
