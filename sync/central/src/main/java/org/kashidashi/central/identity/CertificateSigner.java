package org.kashidashi.central.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Signs certificates with ecdsa-with-SHA256 (RFC 5280, 4.1; RFC 5758, 3.2). */
final class CertificateSigner {
  /** From when to when, in whole seconds as certificates have them. */
  record Validity(Instant notBefore, Instant notAfter) {}

  private static final AlgorithmIdentifier ALGORITHM =
      new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
  private static final int SERIAL_BITS = 128;

  private final X500Name issuer;
  private final PrivateKey key;
  private final SecureRandom random;

  CertificateSigner(X500Name issuer, PrivateKey key, SecureRandom random) {
    this.issuer = issuer;
    this.key = key;
    this.random = random;
  }

  X509Certificate sign(
      X500Name subject, SubjectPublicKeyInfo subjectKey, Validity validity, Extensions extensions) {
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new ASN1Integer(serial()));
    generator.setSignature(ALGORITHM);
    generator.setIssuer(issuer);
    generator.setStartDate(time(validity.notBefore()));
    generator.setEndDate(time(validity.notAfter()));
    generator.setSubject(subject);
    generator.setSubjectPublicKeyInfo(subjectKey);
    generator.setExtensions(extensions);
    TBSCertificate toBeSigned = generator.generateTBSCertificate();
    try {
      byte[] signature = CurveKeys.sign(key, toBeSigned.getEncoded(ASN1Encoding.DER));
      DERSequence certificate =
          new DERSequence(new ASN1Encodable[] {toBeSigned, ALGORITHM, new DERBitString(signature)});
      return decode(certificate.getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new UncheckedIOException("a certificate always has a DER encoding", e);
    } catch (CertificateException e) {
      throw new IllegalStateException("a certificate of ours cannot be read", e);
    }
  }

  static X509Certificate decode(byte[] bytes) throws CertificateException {
    return (X509Certificate) CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(bytes));
  }

  /** Positive and not 0: RFC 5280, 4.1.2.2. */
  private BigInteger serial() {
    return new BigInteger(SERIAL_BITS, random).max(BigInteger.ONE);
  }

  /** As UTCTime, and from 2050 on as GeneralizedTime: RFC 5280, 4.1.2.5. */
  private static Time time(Instant instant) {
    return new Time(Date.from(instant), Locale.ROOT);
  }
}
