package org.kashidashi.sync.registry.sim;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.kashidashi.sync.registry.PinProof;
import org.kashidashi.sync.registry.PresentedCertificate;

/** What a certificate says: whose it is, and what its key has signed. */
record Certified(String commonName, X509Certificate certificate) {
  /** Empty for what is no certificate, or names nobody. */
  static Optional<Certified> of(PresentedCertificate presented) {
    try {
      return CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(presented.der()))
              instanceof X509Certificate certificate
          ? commonName(certificate).map(name -> new Certified(name, certificate))
          : Optional.empty();
    } catch (CertificateException | InvalidNameException e) {
      // The authority knows nobody by something that is no certificate.
      return Optional.empty();
    }
  }

  boolean signed(PinProof proof) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(certificate);
      signature.update(proof.challenge());
      return signature.verify(proof.signature());
    } catch (GeneralSecurityException e) {
      // Another kind of key, a certificate for other uses, or no signature at all.
      return false;
    }
  }

  private static Optional<String> commonName(X509Certificate certificate)
      throws InvalidNameException {
    return new LdapName(certificate.getSubjectX500Principal().getName())
        .getRdns().stream()
            .filter(part -> part.getType().equalsIgnoreCase("CN"))
            .map(Rdn::getValue)
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .findFirst();
  }
}
