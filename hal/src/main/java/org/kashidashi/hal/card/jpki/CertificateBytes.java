package org.kashidashi.hal.card.jpki;

import java.util.Arrays;

/** The DER encoding of one certificate, exactly, without the filler of its file. Personal. */
public final class CertificateBytes {
  private final byte[] der;

  public CertificateBytes(byte[] der) {
    this.der = der.clone();
  }

  public byte[] der() {
    return der.clone();
  }

  public int length() {
    return der.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CertificateBytes that && Arrays.equals(der, that.der);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(der);
  }

  @Override
  public String toString() {
    return "certificate of %d bytes #%08x".formatted(der.length, hashCode());
  }
}
