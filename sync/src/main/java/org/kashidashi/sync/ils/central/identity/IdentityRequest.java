package org.kashidashi.sync.ils.central.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** A new key that waits for its certificate. */
public final class IdentityRequest {
  private final String kiosk;
  private final KeyPair pair;

  IdentityRequest(String kiosk, KeyPair pair) {
    this.kiosk = kiosk;
    this.pair = pair;
  }

  /** Makes a new key on P-256; takes some milliseconds. */
  public static IdentityRequest create(String kiosk, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      return new IdentityRequest(kiosk, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java makes keys on P-256", e);
    }
  }

  KeyPair pair() {
    return pair;
  }

  /** The request for a certificate, by PKCS #10 (RFC 2986), in DER. */
  public byte[] der() {
    X500Name subject = new X500NameBuilder().addRDN(BCStyle.CN, kiosk).build();
    CertificationRequestInfo wish = new CertificationRequestInfo(
        subject, SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()), new DERSet());
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(pair.getPrivate());
      signature.update(wish.getEncoded("DER"));
      return new CertificationRequest(
              wish,
              new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256),
              new DERBitString(signature.sign()))
          .getEncoded("DER");
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a key just made signs", e);
    }
  }

  /**
   * The identity that the answer makes of this request.
   *
   * @param certificate in DER
   * @param authority in DER
   */
  public KioskIdentity answered(byte[] certificate, byte[] authority)
      throws UnfitCertificateException {
    KioskIdentity identity = KioskIdentity.of(
        pair.getPrivate(), Certificates.parse(certificate), Certificates.parse(authority));
    if (!identity.kiosk().equals(kiosk)) {
      throw new UnfitCertificateException("the certificate is for another kiosk than " + kiosk);
    }
    return identity;
  }

  @Override
  public String toString() {
    return "identity request of " + kiosk;
  }
}
