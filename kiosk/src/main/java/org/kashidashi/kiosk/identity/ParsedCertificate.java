package org.kashidashi.kiosk.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;

/** One X.509 version 3 certificate, taken apart strictly but not yet believed (RFC 5280). */
final class ParsedCertificate {
  /** A My Number Card's certificates take about 1,600 bytes; its file is no longer than this. */
  static final int LONGEST = 4096;

  private static final int SHORTEST = 128;
  private static final int VERSION_3 = 3;

  /** RFC 5280, 4.1.2.2: "Conforming CAs MUST NOT use serialNumber values longer than 20 octets". */
  private static final int SERIAL_OCTETS = 20;

  private final byte[] der;
  private final TBSCertificate toBeSigned;
  private final AlgorithmIdentifier algorithm;
  private final byte[] signature;
  private final DistinguishedName subject;
  private final DistinguishedName issuer;
  private final Instant notBefore;
  private final Instant notAfter;
  private final Extensions extensions;

  private ParsedCertificate(
      byte[] der, Certificate certificate, TBSCertificate toBeSigned, Extensions extensions)
      throws IOException, MalformedCertificateException {
    this.der = der;
    this.toBeSigned = toBeSigned;
    this.algorithm = certificate.getSignatureAlgorithm();
    this.signature = certificate.getSignature().getOctets();
    this.subject = DistinguishedName.read(toBeSigned.getSubject());
    this.issuer = DistinguishedName.read(toBeSigned.getIssuer());
    this.notBefore = DerTime.read(toBeSigned.getStartDate());
    this.notAfter = DerTime.read(toBeSigned.getEndDate());
    this.extensions = extensions;
  }

  /** Never throws anything else, whatever the bytes are. */
  static ParsedCertificate parse(byte[] der) throws MalformedCertificateException {
    if (der.length < SHORTEST || der.length > LONGEST) {
      throw new MalformedCertificateException(
          "certificate of %d bytes, need %d to %d".formatted(der.length, SHORTEST, LONGEST));
    }
    try {
      return takeApart(der.clone());
    } catch (IOException | IllegalArgumentException | IllegalStateException notAsn1) {
      // The library's parsers speak of malformed input in these three ways.
      throw new MalformedCertificateException("certificate is no ASN.1", notAsn1);
    }
  }

  private static ParsedCertificate takeApart(byte[] der)
      throws IOException, MalformedCertificateException {
    ASN1Primitive whole = ASN1Primitive.fromByteArray(der);
    Certificate certificate = Certificate.getInstance(whole);
    // The library reads BER and skips a tail; only one encoding of a certificate is right.
    if (!Arrays.equals(der, certificate.getEncoded(ASN1Encoding.DER))) {
      throw new MalformedCertificateException("certificate is not in DER, or has a tail");
    }
    TBSCertificate toBeSigned = certificate.getTBSCertificate();
    if (toBeSigned.getVersionNumber() != VERSION_3) {
      throw new MalformedCertificateException(
          "certificate of version %d, need 3".formatted(toBeSigned.getVersionNumber()));
    }
    Extensions extensions = toBeSigned.getExtensions();
    if (extensions == null) {
      throw new MalformedCertificateException("certificate without extensions");
    }
    if (!toBeSigned.getSignature().equals(certificate.getSignatureAlgorithm())) {
      throw new MalformedCertificateException("certificate names two signature algorithms");
    }
    checkSerial(toBeSigned.getSerialNumber().getValue());
    return new ParsedCertificate(der, certificate, toBeSigned, extensions);
  }

  private static void checkSerial(BigInteger serial) throws MalformedCertificateException {
    int octets = serial.toByteArray().length;
    if (serial.signum() <= 0 || octets > SERIAL_OCTETS) {
      throw new MalformedCertificateException(
          "serial number of %d octets and sign %d, need a positive one of at most %d octets"
              .formatted(octets, serial.signum(), SERIAL_OCTETS));
    }
  }

  byte[] der() {
    return der.clone();
  }

  byte[] signedPart() throws MalformedCertificateException {
    return encode(toBeSigned);
  }

  byte[] signature() {
    return signature.clone();
  }

  AlgorithmIdentifier algorithm() {
    return algorithm;
  }

  SubjectPublicKeyInfo publicKey() {
    return toBeSigned.getSubjectPublicKeyInfo();
  }

  BigInteger serial() {
    return toBeSigned.getSerialNumber().getValue();
  }

  DistinguishedName subject() {
    return subject;
  }

  DistinguishedName issuer() {
    return issuer;
  }

  byte[] issuerDer() throws MalformedCertificateException {
    return encode(toBeSigned.getIssuer());
  }

  byte[] subjectDer() throws MalformedCertificateException {
    return encode(toBeSigned.getSubject());
  }

  Instant notBefore() {
    return notBefore;
  }

  Instant notAfter() {
    return notAfter;
  }

  Optional<Extension> extension(ASN1ObjectIdentifier id) {
    return Optional.ofNullable(extensions.getExtension(id));
  }

  ASN1ObjectIdentifier[] criticalExtensions() {
    return extensions.getCriticalExtensionOIDs();
  }

  private static byte[] encode(ASN1Object value) throws MalformedCertificateException {
    try {
      return value.getEncoded(ASN1Encoding.DER);
    } catch (IOException unencodable) {
      throw new MalformedCertificateException("certificate cannot be encoded again", unencodable);
    }
  }
}
