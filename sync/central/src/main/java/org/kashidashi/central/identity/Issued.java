package org.kashidashi.central.identity;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/**
 * What a kiosk gets.
 *
 * @param certificate its own, in DER, in base 64
 * @param authority who has signed it, in the same form
 */
public record Issued(String certificate, String authority) {
  static Issued of(X509Certificate certificate, X509Certificate authority) {
    return new Issued(text(certificate), text(authority));
  }

  private static String text(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate always has an encoding", e);
    }
  }
}
