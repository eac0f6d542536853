package org.kashidashi.hal.sim;

import java.io.IOException;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.digests.SHA1Digest;

/** The extensions of the authority's profile, each with its criticality. */
final class CertificateExtensions {
  /** A reserved top-level name (RFC 2606, 2): nobody can be sent there. */
  private static final String PRACTICE_STATEMENT = "http://jpki-test.invalid/cps.html";

  /** Under the arc for identifiers made from UUIDs, which needs no registration (X.667). */
  private static final ASN1ObjectIdentifier PADDING =
      new ASN1ObjectIdentifier("2.25.190424083951482714820358512346");

  private static final X500Name SERVICE = new X500NameBuilder(BCStyle.INSTANCE)
      .addRDN(BCStyle.C, "JP")
      .addRDN(BCStyle.O, "公的個人認証サービス(試験)")
      .build();

  private final ExtensionsGenerator generator = new ExtensionsGenerator();

  CertificateExtensions uses(Set<CertificateUse> uses) throws IOException {
    int bits = uses.stream().mapToInt(CertificateUse::bit).reduce(0, (a, b) -> a | b);
    generator.addExtension(Extension.keyUsage, true, new KeyUsage(bits));
    return this;
  }

  CertificateExtensions policy(CertificatePolicy policy) throws IOException {
    PolicyInformation information = new PolicyInformation(
        new ASN1ObjectIdentifier(policy.identifier()),
        new DERSequence(new PolicyQualifierInfo(PRACTICE_STATEMENT)));
    generator.addExtension(
        Extension.certificatePolicies, true, new CertificatePolicies(information));
    return this;
  }

  CertificateExtensions issuerAlternativeName() throws IOException {
    generator.addExtension(Extension.issuerAlternativeName, false, serviceNames());
    return this;
  }

  CertificateExtensions subjectAlternativeName() throws IOException {
    generator.addExtension(Extension.subjectAlternativeName, false, serviceNames());
    return this;
  }

  /** A name in a directory, not an address: nothing can be fetched from it. */
  CertificateExtensions distributionPoint() throws IOException {
    DistributionPoint[] points = {
      new DistributionPoint(new DistributionPointName(serviceNames()), null, null)
    };
    generator.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(points));
    return this;
  }

  CertificateExtensions authority() throws IOException {
    generator.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    return this;
  }

  CertificateExtensions subjectKey(SubjectPublicKeyInfo key) throws IOException {
    generator.addExtension(
        Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(identifier(key)));
    return this;
  }

  CertificateExtensions authorityKey(SubjectPublicKeyInfo key) throws IOException {
    generator.addExtension(
        Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(identifier(key)));
    return this;
  }

  CertificateExtensions padding(int bytes) throws IOException {
    generator.addExtension(PADDING, false, new DEROctetString(new byte[bytes]));
    return this;
  }

  Extensions build() {
    return generator.generate();
  }

  private static GeneralNames serviceNames() {
    return new GeneralNames(new GeneralName(SERVICE));
  }

  /** SHA-1 of the key bits (RFC 5280, 4.2.1.2, method 1); a name for a key, no protection. */
  private static byte[] identifier(SubjectPublicKeyInfo key) {
    byte[] bits = key.getPublicKeyData().getOctets();
    SHA1Digest digest = new SHA1Digest();
    digest.update(bits, 0, bits.length);
    byte[] identifier = new byte[digest.getDigestSize()];
    digest.doFinal(identifier, 0);
    return identifier;
  }
}
