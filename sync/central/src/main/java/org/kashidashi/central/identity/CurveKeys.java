package org.kashidashi.central.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/** Keys on the one curve that is used here: P-256, with SHA-256 for signatures. */
final class CurveKeys {
  static final String SIGNATURE = "SHA256withECDSA";
  private static final String ALGORITHM = "EC";
  private static final String CURVE = "secp256r1";

  /** id-ecPublicKey with the curve by name: RFC 5480, 2.1.1. */
  private static final AlgorithmIdentifier NAMED_CURVE =
      new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1);

  /** An uncompressed point begins with 4: SEC 1, 2.3.3. */
  private static final byte UNCOMPRESSED = 4;

  private static final int POINT_BYTES = 65;

  private CurveKeys() {}

  static KeyPair generate(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(new ECGenParameterSpec(CURVE), random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + CURVE, e);
    }
  }

  /**
   * A key that somebody else made.
   *
   * @throws InvalidKeySpecException if it is of another kind, or its point is not on the curve
   */
  static PublicKey decode(SubjectPublicKeyInfo info) throws InvalidKeySpecException {
    byte[] point = info.getPublicKeyData().getOctets();
    if (!NAMED_CURVE.equals(info.getAlgorithm())
        || info.getPublicKeyData().getPadBits() != 0
        || point.length != POINT_BYTES
        || point[0] != UNCOMPRESSED) {
      throw new InvalidKeySpecException("no uncompressed public key on the named curve P-256");
    }
    try {
      CustomNamedCurves.getByName(CURVE).getCurve().decodePoint(point);
      return KeyFactory.getInstance(ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(info.getEncoded(ASN1Encoding.DER)));
    } catch (IllegalArgumentException e) {
      throw new InvalidKeySpecException("the public key is no point of P-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException("a key always has a DER encoding", e);
    } catch (InvalidKeySpecException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  static PrivateKey decodePrivate(byte[] bytes) throws InvalidKeySpecException {
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (InvalidKeySpecException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  static byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signature = Signature.getInstance(SIGNATURE);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key of ours cannot sign", e);
    }
  }

  static boolean verifies(PublicKey key, byte[] message, byte[] signed) {
    try {
      Signature signature = Signature.getInstance(SIGNATURE);
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(signed);
    } catch (SignatureException _) {
      // Not even the form of a signature.
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + SIGNATURE, e);
    }
  }
}
