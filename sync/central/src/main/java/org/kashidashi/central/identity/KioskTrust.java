package org.kashidashi.central.identity;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Lets in whoever shows a certificate for clients that our authority signed, whatever its dates:
 * only so can an answer say that it is over, and a new one be given. The platform wants a subclass.
 */
final class KioskTrust extends X509ExtendedTrustManager {
  /** id-kp-clientAuth: RFC 5280, 4.2.1.12. */
  private static final String FOR_CLIENTS = "1.3.6.1.5.5.7.3.2";

  private static final int NO_AUTHORITY = -1;

  private final X509Certificate authority;

  KioskTrust(X509Certificate authority) {
    this.authority = authority;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    if (chain.length == 0) {
      throw new CertificateException("no certificate");
    }
    X509Certificate leaf = chain[0];
    if (!leaf.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
      throw new CertificateException("a certificate of another authority");
    }
    try {
      leaf.verify(authority.getPublicKey());
    } catch (CertificateException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new CertificateException("a certificate that our authority did not sign", e);
    }
    List<String> uses = leaf.getExtendedKeyUsage();
    if (uses == null || !uses.contains(FOR_CLIENTS) || leaf.getBasicConstraints() != NO_AUTHORITY) {
      throw new CertificateException("a certificate that is not for clients");
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, @Nullable Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(
      X509Certificate[] chain, String authType, @Nullable SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("central is no client");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, @Nullable Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(
      X509Certificate[] chain, String authType, @Nullable SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[] {authority};
  }
}
