package org.kashidashi.central.desk;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import org.kashidashi.sync.registry.PinProof;

/**
 * Whether a proof was signed with the key of its certificate: SHA256withRSA (RFC 8017, 8.2) over the
 * challenge. Who gave the certificate, and whether it still holds, is for the authority to say.
 */
final class ProofCheck {
  private static final int MODULUS_BITS_MINIMUM = 2048;
  private static final int MODULUS_BITS_MAXIMUM = 4096;

  private ProofCheck() {}

  static boolean holds(PinProof proof) {
    try {
      PublicKey key = CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(proof.certificate().der()))
          .getPublicKey();
      if (!(key instanceof RSAPublicKey rsa) || !usual(rsa.getModulus().bitLength())) {
        return false;
      }
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(rsa);
      signature.update(proof.challenge());
      return signature.verify(proof.signature());
    } catch (GeneralSecurityException _) {
      // Bytes that are no certificate, no key or no signature prove nothing.
      return false;
    }
  }

  private static boolean usual(int bits) {
    return bits >= MODULUS_BITS_MINIMUM && bits <= MODULUS_BITS_MAXIMUM;
  }
}
