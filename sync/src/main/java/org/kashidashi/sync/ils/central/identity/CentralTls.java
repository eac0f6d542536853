package org.kashidashi.sync.ils.central.identity;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** What an HTTP client needs to speak to central: both belong together. */
public record CentralTls(SSLSocketFactory sockets, X509TrustManager trust) {
  /** For an enrolled kiosk. */
  public static CentralTls of(KioskIdentity identity, CertainTime time, SecureRandom random) {
    return of(
        new KeyManager[] {new OwnCertificate(identity)},
        CentralTrust.of(identity.authority(), time),
        random);
  }

  /** For a kiosk that is about to be enrolled. */
  public static CentralTls of(EnrolmentCode code, CertainTime time, SecureRandom random) {
    return of(new KeyManager[0], CentralTrust.of(code, time), random);
  }

  private static CentralTls of(KeyManager[] keys, CentralTrust trust, SecureRandom random) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, new TrustManager[] {trust}, random);
      return new CentralTls(context.getSocketFactory(), trust);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java speaks TLS", e);
    }
  }

  @Override
  public String toString() {
    return "TLS to central";
  }
}
