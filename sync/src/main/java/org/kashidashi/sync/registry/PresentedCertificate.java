package org.kashidashi.sync.registry;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A checked user-authentication certificate, as it is shown to an authority. Personal.
 *
 * <p>Issuer and serial name the certificate; they are never stored nor used as a key in clear.
 */
public final class PresentedCertificate {
  private final byte[] der;
  private final byte[] issuer;
  private final BigInteger serial;

  /**
   * @param der the whole certificate
   * @param issuer its issuer name, DER
   * @param serial its serial number, positive, at most 20 octets
   */
  public PresentedCertificate(byte[] der, byte[] issuer, BigInteger serial) {
    this.der = der.clone();
    this.issuer = issuer.clone();
    this.serial = serial;
  }

  public byte[] der() {
    return der.clone();
  }

  public byte[] issuer() {
    return issuer.clone();
  }

  public BigInteger serial() {
    return serial;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PresentedCertificate that && Arrays.equals(der, that.der);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(der);
  }

  @Override
  public String toString() {
    return "certificate #%08x".formatted(hashCode());
  }
}
