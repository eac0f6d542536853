package org.kashidashi.hal.sim;

import org.bouncycastle.asn1.x509.KeyUsage;

/** One bit of the key usage extension (RFC 5280, 4.2.1.3). */
public enum CertificateUse {
  DIGITAL_SIGNATURE(KeyUsage.digitalSignature),
  NON_REPUDIATION(KeyUsage.nonRepudiation),
  KEY_CERTIFICATE_SIGN(KeyUsage.keyCertSign),
  CRL_SIGN(KeyUsage.cRLSign);

  private final int bit;

  CertificateUse(int bit) {
    this.bit = bit;
  }

  int bit() {
    return bit;
  }
}
