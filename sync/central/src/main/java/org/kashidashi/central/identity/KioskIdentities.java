package org.kashidashi.central.identity;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.kashidashi.central.store.CertificateRecord;
import org.kashidashi.central.store.KioskRegister;
import org.kashidashi.central.store.StoreDamagedException;
import org.kashidashi.central.store.StoreException;

/** Gives kiosks their certificates. Any thread may call it. */
public final class KioskIdentities {
  private static final Duration CODE_LIFE = Duration.ofHours(24);

  private final Authority authority;
  private final KioskRegister register;
  private final Clock clock;
  private final SecureRandom random;

  private KioskIdentities(
      Authority authority, KioskRegister register, Clock clock, SecureRandom random) {
    this.authority = authority;
    this.register = register;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Takes the authority out of its folder, and makes it if no kiosk trusts one yet.
   *
   * @throws StoreException also if it is missing although kiosks trust it, damaged, open to others, or
   *     not the one that kiosks trust
   */
  public static KioskIdentities open(
      Path folder, String library, KioskRegister register, Clock clock) throws StoreException {
    SecureRandom random = new SecureRandom();
    AuthorityFile file = new AuthorityFile(folder);
    if (!file.exists() && register.trusted()) {
      throw new StoreDamagedException(
          "authority file '%s' is missing: restore it from the backup; kiosks trust no other"
              .formatted(file.path()));
    }
    Authority authority =
        file.exists() ? file.read(library, random) : file.create(library, clock.instant(), random);
    byte[] key = authority.certificate().getPublicKey().getEncoded();
    if (!register.bindAuthority(HexFormat.of().formatHex(EnrolmentCode.digest(key)))) {
      throw new StoreDamagedException(
          "authority file '%s' is not the one that kiosks of this database trust: restore both from"
                  .formatted(file.path())
              + " one backup");
    }
    return new KioskIdentities(authority, register, clock, random);
  }

  /** The code that lets this kiosk in, once; an earlier one is good no more. */
  public String invite(String kiosk) throws StoreException {
    EnrolmentCode code = EnrolmentCode.make(authority.certificate(), random);
    register.invite(kiosk, code.secret(), clock.instant().plus(CODE_LIFE));
    return code.printed();
  }

  /**
   * A certificate for whoever knows the secret, else none.
   *
   * @param secret as it came
   * @param request PKCS #10 in DER, as it came
   */
  public Optional<Issued> enrol(String kiosk, String secret, byte[] request)
      throws RequestRefusedException, StoreException {
    X509Certificate certificate = issue(kiosk, request);
    String normalised = EnrolmentCode.normalised(secret);
    byte[] key = EnrolmentCode.digest(certificate.getPublicKey().getEncoded());
    return register.enrol(normalised, HexFormat.of().formatHex(key), record(kiosk, certificate))
        ? Optional.of(Issued.of(certificate, authority.certificate()))
        : Optional.empty();
  }

  /** A further certificate for a kiosk that has one, unless that was revoked. */
  public Optional<Issued> renew(KioskCertificate old, byte[] request)
      throws RequestRefusedException, StoreException {
    X509Certificate certificate = issue(old.kiosk(), request);
    return register.renew(old.serial(), record(old.kiosk(), certificate))
        ? Optional.of(Issued.of(certificate, authority.certificate()))
        : Optional.empty();
  }

  /** What a kiosk has shown, as the trust manager has let it through. */
  public static Optional<KioskCertificate> shown(Certificate[] chain) {
    return chain.length > 0 && chain[0] instanceof X509Certificate leaf
        ? Optional.of(KioskCertificate.of(leaf))
        : Optional.empty();
  }

  public boolean good(KioskCertificate certificate) throws StoreException {
    return register.good(certificate.serial(), certificate.kiosk());
  }

  /**
   * For connections from kiosks.
   *
   * @param names by which kiosks call central
   */
  public SSLContext tls(List<String> names) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          new KeyManager[] {new ServerKeys(authority, names, clock)},
          new TrustManager[] {new KioskTrust(authority.certificate())},
          random);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has TLS", e);
    }
  }

  private X509Certificate issue(String kiosk, byte[] bytes) throws RequestRefusedException {
    CertificateRequest request = CertificateRequest.parse(bytes);
    if (!request.kiosk().equals(kiosk)) {
      throw new RequestRefusedException("the request is for another kiosk than the sender");
    }
    return authority.issue(request, clock.instant());
  }

  private CertificateRecord record(String kiosk, X509Certificate certificate) {
    Instant end = certificate.getNotAfter().toInstant();
    String serial = "%032x".formatted(certificate.getSerialNumber());
    return new CertificateRecord(serial, kiosk, clock.instant(), end);
  }
}
