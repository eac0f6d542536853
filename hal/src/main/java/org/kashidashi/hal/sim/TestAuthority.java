package org.kashidashi.hal.sim;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.kashidashi.hal.card.jpki.CertificateBytes;

/**
 * A certification authority for test cards, shaped like the real user-authentication authority: one
 * tier, RSA-2048, SHA-256, under the organisation name of the official test cards, which production
 * kiosks refuse.
 */
public final class TestAuthority {
  private final TestKey key;
  private final CertificateSigner signer;
  private final CertificateBytes certificate;

  private TestAuthority(
      String purpose, TestKey key, BigInteger serial, Instant notBefore, Instant notAfter) {
    X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.C, "JP")
        .addRDN(BCStyle.O, "JPKI-TEST")
        .addRDN(BCStyle.OU, purpose)
        .addRDN(BCStyle.OU, "Japan Agency for Local Authority Information Systems")
        .build();
    this.key = key;
    this.signer = new CertificateSigner(name, key);
    this.certificate = signer.sign(
        signer.content(serial, notBefore, notAfter, name, key.publicKey(), authorityExtensions()));
  }

  /**
   * An authority for user-authentication certificates; the same arguments give the same one. Two
   * generations of the real authority differ in key and dates, never in name: so do these.
   */
  public static TestAuthority userAuthentication(
      TestKey key, BigInteger serial, Instant notBefore, Instant notAfter) {
    return new TestAuthority("JPKI for user authentication", key, serial, notBefore, notAfter);
  }

  /** An authority for signature certificates, which no kiosk reads. */
  static TestAuthority signature(
      TestKey key, BigInteger serial, Instant notBefore, Instant notAfter) {
    return new TestAuthority("JPKI for digital signature", key, serial, notBefore, notAfter);
  }

  /** Its own certificate: the trust anchor of a kiosk under test. */
  public CertificateBytes certificate() {
    return certificate;
  }

  /** Issues a certificate for the holder of {@code subjectKey}. */
  public CertificateBytes issue(LeafProfile leaf, TestKey subjectKey) {
    TBSCertificate content = content(leaf, subjectKey, 0);
    int padding = 0;
    int length = signer.length(content);
    // Each round corrects for the length octets that the padding itself needs.
    while (length < leaf.lengthMinimum()) {
      padding += Math.max(1, leaf.lengthMinimum() - length - (padding == 0 ? 40 : 0));
      content = content(leaf, subjectKey, padding);
      length = signer.length(content);
    }
    return signer.sign(content);
  }

  /** SHA-256 with RSA over any message, as the authority signs what is not a certificate. */
  byte[] sign(byte[] message) {
    return signer.sign(message);
  }

  private TBSCertificate content(LeafProfile leaf, TestKey subjectKey, int padding) {
    X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.CN, leaf.subjectCode())
        .addRDN(BCStyle.C, "JP")
        .build();
    Extensions extensions = extensions(leaf, padding);
    return signer.content(
        leaf.serial(),
        leaf.notBefore(),
        leaf.notAfter(),
        subject,
        subjectKey.publicKey(),
        extensions);
  }

  private Extensions extensions(LeafProfile leaf, int padding) {
    try {
      CertificateExtensions extensions = new CertificateExtensions()
          .uses(leaf.uses())
          .policy(leaf.policy())
          .issuerAlternativeName()
          .distributionPoint()
          .authorityKey(key.publicKey());
      return padding == 0 ? extensions.build() : extensions.padding(padding).build();
    } catch (IOException e) {
      throw new IllegalStateException("the extensions have no DER encoding", e);
    }
  }

  private Extensions authorityExtensions() {
    try {
      return new CertificateExtensions()
          .uses(Set.of(CertificateUse.KEY_CERTIFICATE_SIGN, CertificateUse.CRL_SIGN))
          .subjectAlternativeName()
          .authority()
          .distributionPoint()
          .subjectKey(key.publicKey())
          .build();
    } catch (IOException e) {
      throw new IllegalStateException("the extensions have no DER encoding", e);
    }
  }
}
