package org.kashidashi.sync.ils.central.identity;

import java.security.cert.CertificateException;

/** Somebody answers at central's address whom this kiosk has no reason to believe. */
public final class StrangeAuthorityException extends CertificateException {
  private static final long serialVersionUID = 1L;

  StrangeAuthorityException(String message) {
    super(message);
  }
}
