package org.kashidashi.hal.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.kashidashi.hal.card.jpki.CertificateBytes;

/** Signs certificates with sha256WithRSAEncryption (RFC 5280, 4.1). */
final class CertificateSigner {
  private static final AlgorithmIdentifier ALGORITHM =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);

  /** UTCTime carries two digits of the year: good until 2049 (RFC 5280, 4.1.2.5). */
  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("uuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final X500Name issuer;
  private final TestKey key;

  CertificateSigner(X500Name issuer, TestKey key) {
    this.issuer = issuer;
    this.key = key;
  }

  /** All of a certificate but its signature. */
  TBSCertificate content(
      BigInteger serial,
      Instant notBefore,
      Instant notAfter,
      X500Name subject,
      SubjectPublicKeyInfo subjectKey,
      Extensions extensions) {
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new ASN1Integer(serial));
    generator.setSignature(ALGORITHM);
    generator.setIssuer(issuer);
    generator.setStartDate(new Time(new DERUTCTime(UTC_TIME.format(notBefore))));
    generator.setEndDate(new Time(new DERUTCTime(UTC_TIME.format(notAfter))));
    generator.setSubject(subject);
    generator.setSubjectPublicKeyInfo(subjectKey);
    generator.setExtensions(extensions);
    return generator.generateTBSCertificate();
  }

  CertificateBytes sign(TBSCertificate content) {
    return with(sign(encoded(content)), content);
  }

  /** How long it will be: signing takes a thousand times as long as counting. */
  int length(TBSCertificate content) {
    return with(new byte[key.signatureLength()], content).length();
  }

  private static CertificateBytes with(byte[] signature, TBSCertificate content) {
    return new CertificateBytes(encoded(
        new DERSequence(new ASN1Encodable[] {content, ALGORITHM, new DERBitString(signature)})));
  }

  private static byte[] encoded(ASN1Object part) {
    try {
      return part.getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new UncheckedIOException("a certificate always has a DER encoding", e);
    }
  }

  byte[] sign(byte[] message) {
    RSADigestSigner signer = new RSADigestSigner(new SHA256Digest());
    signer.init(true, key.parameters());
    signer.update(message, 0, message.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException("RSA-2048 signs any SHA-256 digest", e);
    }
  }
}
