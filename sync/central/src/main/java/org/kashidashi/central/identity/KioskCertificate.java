package org.kashidashi.central.identity;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * What a kiosk has shown on its connection: our authority has signed it, and no more is known.
 *
 * @param serial 32 hexadecimal digits
 */
public record KioskCertificate(String serial, String kiosk, Life life) {
  /** How long after its end a certificate still gets a new one. */
  private static final Duration GRACE = Duration.ofDays(90);

  static KioskCertificate of(X509Certificate certificate) {
    RDN[] names = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
        .getRDNs(BCStyle.CN);
    String kiosk =
        names.length == 1 ? IETFUtils.valueToString(names[0].getFirst().getValue()) : "";
    String serial = "%032x".formatted(certificate.getSerialNumber());
    return new KioskCertificate(serial, kiosk, new Life(certificate));
  }

  public boolean validAt(Instant now) {
    return life.contains(now);
  }

  public boolean dueForRenewalAt(Instant now) {
    return !life.fresh(now);
  }

  /** Also one whose time has not begun: else a clock of ours that was ahead locks kiosks out. */
  public boolean renewableAt(Instant now) {
    return !now.isAfter(life.notAfter().plus(GRACE));
  }
}
