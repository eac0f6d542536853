package org.kashidashi.hal.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.card.jpki.CertificateBytes;

/** The certificates of the test authority, as the JDK's own parser and verifier see them. */
final class TestAuthorityTest {
  private static final TestCards CARDS = new TestCards();
  private static final TestHierarchy HIERARCHY = CARDS.hierarchy();

  @Test
  void issuesUserAuthenticationCertificateOfTheProfile() throws GeneralSecurityException {
    X509Certificate leaf = parse(CARDS.issuer().certificate(CardVariant.NORMAL, TestCards.HOLDER));
    leaf.verify(parse(HIERARCHY.second().certificate()).getPublicKey());
    assertEquals(
        "OU=Japan Agency for Local Authority Information Systems,"
            + "OU=JPKI for user authentication,O=JPKI-TEST,C=JP",
        leaf.getIssuerX500Principal().getName());
    assertEquals(
        "C=JP,CN=99990001TESTTT99999001A", leaf.getSubjectX500Principal().getName());
    assertEquals(TestCards.HOLDER.certificateSerial(), leaf.getSerialNumber());
    assertEquals("SHA256withRSA", leaf.getSigAlgName());
    boolean[] usage = leaf.getKeyUsage();
    assertTrue(usage[0]);
    assertFalse(usage[1]);
    assertEquals(Set.of("2.5.29.15", "2.5.29.32"), leaf.getCriticalExtensionOIDs());
    assertEquals(1, leaf.getIssuerAlternativeNames().size());
    assertTrue(leaf.getNotAfter().toInstant().toString().endsWith("T14:59:59Z"));
  }

  @Test
  void namesTheGenerationsAlikeButNotTheirKeys() throws GeneralSecurityException {
    X509Certificate first = parse(HIERARCHY.first().certificate());
    X509Certificate second = parse(HIERARCHY.second().certificate());
    X509Certificate stranger = parse(HIERARCHY.stranger().certificate());
    assertEquals(first.getSubjectX500Principal(), second.getSubjectX500Principal());
    assertEquals(second.getSubjectX500Principal(), stranger.getSubjectX500Principal());
    assertNotEquals(first.getPublicKey(), second.getPublicKey());
    second.verify(second.getPublicKey());
    assertThrows(SignatureException.class, () -> second.verify(first.getPublicKey()));
    assertEquals(Integer.MAX_VALUE, second.getBasicConstraints());
    assertEquals(Set.of("2.5.29.15", "2.5.29.19"), second.getCriticalExtensionOIDs());
  }

  @Test
  void issuesCertificatesThatAreExpiredOrNotYetValid() throws GeneralSecurityException {
    Instant expiry = parse(
            CARDS.issuer().certificate(CardVariant.CERTIFICATE_EXPIRED, TestCards.HOLDER))
        .getNotAfter()
        .toInstant();
    Instant start = parse(CARDS.issuer().certificate(CardVariant.NOT_YET_VALID, TestCards.HOLDER))
        .getNotBefore()
        .toInstant();
    assertTrue(expiry.isBefore(TestCards.NOW));
    assertTrue(start.isAfter(TestCards.NOW));
  }

  @Test
  void signsForTheStrangerWithAKeyOfItsOwn() throws GeneralSecurityException {
    X509Certificate leaf =
        parse(CARDS.issuer().certificate(CardVariant.UNKNOWN_AUTHORITY, TestCards.HOLDER));
    X509Certificate known = parse(HIERARCHY.second().certificate());
    assertEquals(known.getSubjectX500Principal(), leaf.getIssuerX500Principal());
    assertThrows(SignatureException.class, () -> leaf.verify(known.getPublicKey()));
  }

  @Test
  void issuesAlteredPolicyUsageAndLength() throws GeneralSecurityException {
    LeafProfile profile = CARDS
        .issuer()
        .profile(CardVariant.NORMAL, TestCards.HOLDER)
        .withPolicy(CertificatePolicy.USER_AUTHENTICATION)
        .withUses(Set.of(CertificateUse.NON_REPUDIATION))
        .withLengthMinimum(1500);
    CertificateBytes issued = HIERARCHY.first().issue(profile, HIERARCHY.cardKey());
    assertEquals(1500, issued.length());
    X509Certificate leaf = parse(issued);
    leaf.verify(parse(HIERARCHY.first().certificate()).getPublicKey());
    assertTrue(leaf.getKeyUsage()[1]);
    assertFalse(leaf.getKeyUsage()[0]);
  }

  @Test
  void padsToEveryLengthOrABytePast() {
    LeafProfile profile = CARDS.issuer().profile(CardVariant.NORMAL, TestCards.HOLDER);
    for (int length = 1200; length <= 1600; length += 25) {
      int issued = HIERARCHY
          .first()
          .issue(profile.withLengthMinimum(length), HIERARCHY.cardKey())
          .length();
      assertTrue(issued >= length && issued <= length + 4, length + " became " + issued);
    }
  }

  @Test
  void keepsTheHierarchyInADirectory(@TempDir Path directory)
      throws IOException, GeneralSecurityException {
    TestHierarchy made = TestHierarchy.open(directory.resolve("pki"), TestCards.seeded(1));
    TestHierarchy kept = TestHierarchy.open(directory.resolve("pki"), TestCards.seeded(2));
    assertEquals(made.second().certificate(), kept.second().certificate());
    assertArrayEquals(made.cardKey().pkcs8(), kept.cardKey().pkcs8());
    byte[] anchor = Files.readAllBytes(directory.resolve("pki/authority-2.cer"));
    assertEquals(made.second().certificate(), new CertificateBytes(anchor));
  }

  @Test
  void refusesADirectoryWhoseKeyIsNoRsaKey(@TempDir Path directory) throws IOException {
    Files.write(directory.resolve("authority-1.key"), new byte[] {0x30, 0x00});
    assertThrows(IOException.class, () -> TestHierarchy.open(directory, TestCards.seeded(1)));
  }

  @Test
  void makesTheSameKeyFromTheSameSeed() {
    assertArrayEquals(
        TestKey.generate(TestCards.seeded(7)).pkcs8(),
        TestKey.generate(TestCards.seeded(7)).pkcs8());
  }

  private static X509Certificate parse(CertificateBytes bytes) throws GeneralSecurityException {
    return (X509Certificate) CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(bytes.der()));
  }
}
