package org.kashidashi.sync.ils.central.identity;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** What a certificate of central's authority has to be, by RFC 5280 and by our own profile. */
final class Certificates {
  /** Far more than any of ours; bounds what is parsed. */
  static final int LONGEST = 8 * 1024;

  private static final String SIGNATURE = "SHA256withECDSA";
  private static final int P256_BITS = 256;
  private static final int SIGNS_CERTIFICATES = 5;

  /** Extended key usages (RFC 5280, 4.2.1.12). */
  enum Purpose {
    SERVER("1.3.6.1.5.5.7.3.1"),
    CLIENT("1.3.6.1.5.5.7.3.2");

    private final String identifier;

    Purpose(String identifier) {
      this.identifier = identifier;
    }
  }

  private Certificates() {}

  static X509Certificate parse(byte[] der) throws UnfitCertificateException {
    if (der.length > LONGEST) {
      throw new UnfitCertificateException(
          "a certificate has %d bytes, need at most %d".formatted(der.length, LONGEST));
    }
    try {
      ByteArrayInputStream in = new ByteArrayInputStream(der);
      X509Certificate certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      if (in.available() > 0) {
        throw new UnfitCertificateException("there are bytes after a certificate");
      }
      return certificate;
    } catch (CertificateException malformed) {
      throw new UnfitCertificateException("a certificate is malformed", malformed);
    }
  }

  static void checkAuthority(X509Certificate authority) throws UnfitCertificateException {
    boolean[] usage = authority.getKeyUsage();
    if (authority.getBasicConstraints() < 0 || usage == null || !usage[SIGNS_CERTIFICATES]) {
      throw new UnfitCertificateException("the authority's certificate is none of an authority");
    }
    if (!(authority.getPublicKey() instanceof ECPublicKey key)
        || key.getParams().getOrder().bitLength() != P256_BITS) {
      throw new UnfitCertificateException("the authority's key is not on the curve P-256");
    }
  }

  /**
   * Checks that the authority itself issued a certificate, for a purpose.
   *
   * @param at when it has to be valid
   */
  static void checkIssued(
      X509Certificate certificate, X509Certificate authority, Purpose purpose, Instant at)
      throws UnfitCertificateException {
    checkAuthority(authority);
    try {
      List<String> purposes = certificate.getExtendedKeyUsage();
      if (purposes == null || !purposes.contains(purpose.identifier)) {
        throw new UnfitCertificateException("the certificate is not for this purpose");
      }
      if (!certificate.getSigAlgName().equals(SIGNATURE)) {
        throw new UnfitCertificateException("the certificate is signed by %s, need %s"
            .formatted(certificate.getSigAlgName(), SIGNATURE));
      }
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(at));
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)),
              parameters);
    } catch (GeneralSecurityException refused) {
      throw new UnfitCertificateException(
          "the certificate is not one of this authority: " + refused.getMessage(), refused);
    }
  }

  static Instant start(X509Certificate certificate) {
    return certificate.getNotBefore().toInstant();
  }

  static Instant end(X509Certificate certificate) {
    return certificate.getNotAfter().toInstant();
  }

  /** The common name of the subject. */
  static String commonName(X509Certificate certificate) throws UnfitCertificateException {
    return only(certificate, BCStyle.CN);
  }

  static String organisation(X509Certificate certificate) throws UnfitCertificateException {
    return only(certificate, BCStyle.O);
  }

  private static String only(X509Certificate certificate, ASN1ObjectIdentifier type)
      throws UnfitCertificateException {
    X500Name subject =
        X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    RDN[] names = subject.getRDNs(type);
    if (names.length != 1 || names[0].isMultiValued()) {
      throw new UnfitCertificateException(
          "the certificate has %d names of a kind, need 1".formatted(names.length));
    }
    return IETFUtils.valueToString(names[0].getFirst().getValue());
  }
}
