package org.kashidashi.sync.ils.central.identity;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts the one authority that a kiosk knows, to have issued central's certificate itself.
 *
 * <p>The name of the server is checked by the HTTP client. The dates are checked only while the time
 * is certain.
 */
final class CentralTrust implements X509TrustManager {
  private final List<X509Certificate> issuers;
  private final Function<X509Certificate[], Stream<X509Certificate>> candidates;
  private final CertainTime time;

  /**
   * @param candidates the authorities that may stand behind a chain which the server shows
   */
  private CentralTrust(
      List<X509Certificate> issuers,
      Function<X509Certificate[], Stream<X509Certificate>> candidates,
      CertainTime time) {
    this.issuers = issuers;
    this.candidates = candidates;
    this.time = time;
  }

  static CentralTrust of(X509Certificate authority, CertainTime time) {
    return new CentralTrust(List.of(authority), _ -> Stream.of(authority), time);
  }

  /** Before there is an identity: central shows its authority, and the code says which it is. */
  static CentralTrust of(EnrolmentCode code, CertainTime time) {
    return new CentralTrust(List.of(), chain -> Arrays.stream(chain).filter(code::marks), time);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String keyExchange)
      throws CertificateException {
    X509Certificate authority = authority(chain);
    X509Certificate server = chain[0];
    Optional<Instant> now = time.now();
    try {
      Certificates.checkIssued(
          server, authority, Certificates.Purpose.SERVER, Certificates.start(server));
    } catch (UnfitCertificateException unfit) {
      throw new CertificateException(
          "central's certificate is unfit: " + unfit.getMessage(), unfit);
    }
    if (now.isPresent()
        && (now.get().isBefore(Certificates.start(server))
            || now.get().isAfter(Certificates.end(server)))) {
      throw new CertificateException(
          ("central's certificate is valid from %s to %s, and the clock, set by a time server, says"
                  + " %s; see whether the time server is right, then whether central's clock is")
              .formatted(Certificates.start(server), Certificates.end(server), now.get()));
    }
  }

  private X509Certificate authority(X509Certificate[] chain) throws CertificateException {
    return candidates
        .apply(chain)
        .filter(authority -> signed(chain[0], authority))
        .findFirst()
        .orElseThrow(() -> new StrangeAuthorityException(
            "another authority than the one this kiosk knows stands behind the server: somebody"
                + " else answers there, or central was set up anew; see that central.url is right,"
                + " then enrol this kiosk again"));
  }

  private static boolean signed(X509Certificate certificate, X509Certificate authority) {
    try {
      certificate.verify(authority.getPublicKey());
      return true;
    } catch (GeneralSecurityException other) {
      return false;
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String keyExchange)
      throws CertificateException {
    throw new CertificateException("a kiosk serves nobody");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return issuers.toArray(X509Certificate[]::new);
  }
}
