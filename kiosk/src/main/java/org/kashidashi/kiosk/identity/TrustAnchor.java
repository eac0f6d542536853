package org.kashidashi.kiosk.identity;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/** One certification authority whose signature is believed. */
public final class TrustAnchor {
  private final ParsedCertificate certificate;
  private final byte[] name;
  private final AsymmetricKeyParameter key;
  private final AnchorDescription description;

  private TrustAnchor(ParsedCertificate certificate, AsymmetricKeyParameter key)
      throws MalformedCertificateException {
    this.certificate = certificate;
    this.name = certificate.subjectDer();
    this.key = key;
    this.description = AnchorDescription.of(certificate);
  }

  /** An authority that the rules admit. */
  static TrustAnchor admit(ParsedCertificate certificate, AnchorRules rules)
      throws AnchorRefusedException, MalformedCertificateException {
    rules.check(certificate);
    AsymmetricKeyParameter key = SignatureScheme.key(certificate.publicKey())
        .orElseThrow(() ->
            new AnchorRefusedException("its public key is of a kind or size that is not accepted"));
    TrustAnchor anchor = new TrustAnchor(certificate, key);
    if (!anchor.issued(certificate)) {
      throw new AnchorRefusedException(
          "it is not self-signed, so it is no root: give the authority's own certificate");
    }
    return anchor;
  }

  public AnchorDescription description() {
    return description;
  }

  public Fingerprint fingerprint() {
    return description.fingerprint();
  }

  byte[] der() {
    return certificate.der();
  }

  boolean validAt(Instant now) {
    return !now.isBefore(certificate.notBefore()) && !now.isAfter(certificate.notAfter());
  }

  /** Whether the certificate names this authority as its issuer, and this key signed it. */
  boolean issued(ParsedCertificate other) throws MalformedCertificateException {
    Optional<SignatureScheme> scheme = SignatureScheme.of(other.algorithm());
    return scheme.isPresent()
        && Arrays.equals(name, other.issuerDer())
        && scheme.get().verifies(key, other.signedPart(), other.signature());
  }

  @Override
  public String toString() {
    return "trust anchor " + description.fingerprint();
  }
}
