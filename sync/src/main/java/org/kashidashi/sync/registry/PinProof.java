package org.kashidashi.sync.registry;

import java.util.Arrays;

/**
 * A certificate, and a signature of its key over a fresh challenge, which the card makes only after
 * its PIN. Personal.
 */
public final class PinProof {
  private final PresentedCertificate certificate;
  private final byte[] challenge;
  private final byte[] signature;

  /**
   * @param challenge the bytes that were signed, 32 to 64
   * @param signature SHA256withRSA (RFC 8017, 8.2), as long as the key's modulus
   */
  public PinProof(PresentedCertificate certificate, byte[] challenge, byte[] signature) {
    this.certificate = certificate;
    this.challenge = challenge.clone();
    this.signature = signature.clone();
  }

  public PresentedCertificate certificate() {
    return certificate;
  }

  public byte[] challenge() {
    return challenge.clone();
  }

  public byte[] signature() {
    return signature.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PinProof that
        && certificate.equals(that.certificate)
        && Arrays.equals(challenge, that.challenge)
        && Arrays.equals(signature, that.signature);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(signature);
  }

  @Override
  public String toString() {
    return "proof of " + certificate;
  }
}
