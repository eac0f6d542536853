package org.kashidashi.kiosk.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/** Makes certificates by the JPKI profile, right ones, and wrong ones in one respect each. */
record CertificateForge(
    BigInteger serial,
    X500Name issuer,
    X500Name subject,
    Instant notBefore,
    Instant notAfter,
    ForgedKey subjectKey,
    ForgedKey signer,
    List<Extension> extensions) {
  static final String POLICY = "1.2.392.200149.8.5.1.3.30";
  static final X500Name PRODUCTION = authorityName("JPKI", "JPKI for user authentication");
  static final X500Name TEST = authorityName("JPKI-TEST", "JPKI for user authentication");

  private static final ASN1ObjectIdentifier UNKNOWN = new ASN1ObjectIdentifier("2.999.1");

  static X500Name authorityName(String organisation, String unit) {
    return new X500Name("C=JP,O=" + organisation + ",OU=" + unit
        + ",OU=Japan Agency for Local Authority Information Systems");
  }

  /** A user-authentication certificate in order on 2026-11-20. */
  static CertificateForge leaf(ForgedKey holder, ForgedKey authority) {
    return new CertificateForge(
        new BigInteger("0705D990", 16),
        PRODUCTION,
        new X500Name("CN=0000000AAAAAA99999001A,C=JP"),
        Instant.parse("2024-01-22T01:02:03Z"),
        Instant.parse("2028-03-01T14:59:59Z"),
        holder,
        authority,
        List.of(
            extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)),
            extension(Extension.certificatePolicies, true, policies(POLICY))));
  }

  /** A self-signed authority in order on 2026-11-20. */
  static CertificateForge authority(ForgedKey key) {
    return new CertificateForge(
        BigInteger.valueOf(0x06D18006),
        PRODUCTION,
        PRODUCTION,
        Instant.parse("2023-07-16T00:00:00Z"),
        Instant.parse("2033-07-15T14:59:59Z"),
        key,
        key,
        List.of(
            extension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)),
            extension(Extension.basicConstraints, true, new BasicConstraints(true))));
  }

  CertificateForge serial(BigInteger other) {
    return new CertificateForge(
        other, issuer, subject, notBefore, notAfter, subjectKey, signer, extensions);
  }

  CertificateForge named(X500Name newIssuer, X500Name newSubject) {
    return new CertificateForge(
        serial, newIssuer, newSubject, notBefore, notAfter, subjectKey, signer, extensions);
  }

  CertificateForge valid(String from, String until) {
    return new CertificateForge(
        serial,
        issuer,
        subject,
        Instant.parse(from),
        Instant.parse(until),
        subjectKey,
        signer,
        extensions);
  }

  CertificateForge keyUsage(boolean critical, int bits) {
    return with(Extension.keyUsage, critical, new KeyUsage(bits));
  }

  CertificateForge basicConstraints(boolean critical, boolean authority) {
    return with(Extension.basicConstraints, critical, new BasicConstraints(authority));
  }

  CertificateForge policy(String... identifiers) {
    return with(Extension.certificatePolicies, true, policies(identifiers));
  }

  CertificateForge unknownExtension(boolean critical) {
    return with(UNKNOWN, critical, new DERUTF8String("?"));
  }

  CertificateForge without(ASN1ObjectIdentifier id) {
    return with(extensions.stream().filter(one -> !one.getExtnId().equals(id)).toList());
  }

  CertificateForge with(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
    List<Extension> changed = new ArrayList<>(without(id).extensions);
    changed.add(extension(id, critical, value));
    return with(List.copyOf(changed));
  }

  byte[] der() {
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new ASN1Integer(serial));
    generator.setIssuer(issuer);
    generator.setSubject(subject);
    generator.setStartDate(new Time(Date.from(notBefore)));
    generator.setEndDate(new Time(Date.from(notAfter)));
    generator.setSubjectPublicKeyInfo(subjectKey.publicKey());
    generator.setSignature(signer.algorithm());
    generator.setExtensions(new Extensions(extensions.toArray(Extension[]::new)));
    try {
      TBSCertificate toBeSigned = generator.generateTBSCertificate();
      ASN1EncodableVector whole = new ASN1EncodableVector();
      whole.add(toBeSigned);
      whole.add(signer.algorithm());
      whole.add(new DERBitString(signer.sign(toBeSigned.getEncoded("DER"))));
      return new DERSequence(whole).getEncoded("DER");
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** As an authority that a test kiosk trusts. */
  TrustAnchor anchor() {
    try {
      return TrustAnchor.admit(
          ParsedCertificate.parse(der()), new AnchorRules(AuthorityScope.TEST));
    } catch (AnchorRefusedException | MalformedCertificateException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private CertificateForge with(List<Extension> changed) {
    return new CertificateForge(
        serial, issuer, subject, notBefore, notAfter, subjectKey, signer, changed);
  }

  private static CertificatePolicies policies(String... identifiers) {
    PolicyInformation[] policies = new PolicyInformation[identifiers.length];
    for (int index = 0; index < identifiers.length; index++) {
      policies[index] = new PolicyInformation(new ASN1ObjectIdentifier(identifiers[index]));
    }
    return new CertificatePolicies(policies);
  }

  private static Extension extension(
      ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
    try {
      return new Extension(
          id, critical, new DEROctetString(value.toASN1Primitive().getEncoded("DER")));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
