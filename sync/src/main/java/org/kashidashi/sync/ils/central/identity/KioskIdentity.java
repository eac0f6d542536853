package org.kashidashi.sync.ils.central.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** A kiosk's key, its certificate, and the authority that issued it: they belong together. */
public final class KioskIdentity {
  private static final byte[] PROBE = "kashidashi".getBytes(StandardCharsets.US_ASCII);

  private final PrivateKey key;
  private final X509Certificate certificate;
  private final X509Certificate authority;
  private final String kiosk;
  private final String library;

  private KioskIdentity(
      PrivateKey key,
      X509Certificate certificate,
      X509Certificate authority,
      String kiosk,
      String library) {
    this.key = key;
    this.certificate = certificate;
    this.authority = authority;
    this.kiosk = kiosk;
    this.library = library;
  }

  /** Checks all but the dates, which are central's to judge. */
  static KioskIdentity of(PrivateKey key, X509Certificate certificate, X509Certificate authority)
      throws UnfitCertificateException {
    Certificates.checkIssued(
        certificate, authority, Certificates.Purpose.CLIENT, Certificates.start(certificate));
    if (!belongTogether(key, certificate.getPublicKey())) {
      throw new UnfitCertificateException("the certificate is for another key");
    }
    return new KioskIdentity(
        key,
        certificate,
        authority,
        Certificates.commonName(certificate),
        Certificates.organisation(certificate));
  }

  static boolean belongTogether(PrivateKey key, PublicKey publicKey) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(key);
      signature.update(PROBE);
      byte[] signed = signature.sign();
      signature.initVerify(publicKey);
      signature.update(PROBE);
      return signature.verify(signed);
    } catch (GeneralSecurityException unfit) {
      return false;
    }
  }

  PrivateKey key() {
    return key;
  }

  X509Certificate certificate() {
    return certificate;
  }

  X509Certificate authority() {
    return authority;
  }

  /** Whose identity it is. */
  public String kiosk() {
    return kiosk;
  }

  /** The library whose central enrolled the kiosk. */
  public String library() {
    return library;
  }

  /** Until when central takes it without a renewal. */
  public Instant end() {
    return Certificates.end(certificate);
  }

  /** When two thirds of its life are over. */
  public Instant renewalDue() {
    Instant start = Certificates.start(certificate);
    return start.plus(Duration.between(start, end()).multipliedBy(2).dividedBy(3));
  }

  /** Whether the code marks the authority that issued it. */
  public boolean isOf(EnrolmentCode code) {
    return code.marks(authority);
  }

  /** Whether it is the very same. */
  boolean isSame(KioskIdentity other) {
    return certificate.equals(other.certificate);
  }

  /** Whether the same authority issued both. */
  public boolean sharesAuthority(KioskIdentity other) {
    return authority.getPublicKey().equals(other.authority.getPublicKey());
  }

  @Override
  public String toString() {
    return "identity of " + kiosk;
  }
}
