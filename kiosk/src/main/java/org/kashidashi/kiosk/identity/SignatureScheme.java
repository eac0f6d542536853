package org.kashidashi.kiosk.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** The signature algorithms that a certificate may use: one row each. */
enum SignatureScheme {
  /** The cards of today. */
  SHA256_WITH_RSA(
      PKCSObjectIdentifiers.sha256WithRSAEncryption, PKCSObjectIdentifiers.rsaEncryption) {
    @Override
    boolean fits(AsymmetricKeyParameter key) {
      return key instanceof RSAKeyParameters rsa
          && rsa.getModulus().bitLength() >= LEAST_RSA_BITS
          && rsa.getModulus().bitLength() <= MOST_RSA_BITS
          && rsa.getExponent().compareTo(LEAST_RSA_EXPONENT) >= 0
          && rsa.getExponent().bitLength() <= MOST_RSA_EXPONENT_BITS;
    }

    @Override
    Signer signer() {
      return new RSADigestSigner(new SHA256Digest());
    }
  },
  /** Announced for the next generation of cards. */
  SHA384_WITH_ECDSA_P384(
      X9ObjectIdentifiers.ecdsa_with_SHA384, X9ObjectIdentifiers.id_ecPublicKey) {
    @Override
    boolean fits(AsymmetricKeyParameter key) {
      return key instanceof ECPublicKeyParameters;
    }

    @Override
    Signer signer() {
      return new DSADigestSigner(
          new ECDSASigner(), new SHA384Digest(), StandardDSAEncoding.INSTANCE);
    }
  };

  private static final int LEAST_RSA_BITS = 2048;
  private static final int MOST_RSA_BITS = 4096;
  private static final BigInteger LEAST_RSA_EXPONENT = BigInteger.valueOf(65537);

  /** A longer exponent only costs time, which a forger could make long. */
  private static final int MOST_RSA_EXPONENT_BITS = 32;

  @SuppressWarnings("ImmutableEnumChecker") // An object identifier never changes.
  private final ASN1ObjectIdentifier signature;

  @SuppressWarnings("ImmutableEnumChecker") // An object identifier never changes.
  private final ASN1ObjectIdentifier key;

  SignatureScheme(ASN1ObjectIdentifier signature, ASN1ObjectIdentifier key) {
    this.signature = signature;
    this.key = key;
  }

  abstract boolean fits(AsymmetricKeyParameter publicKey);

  abstract Signer signer();

  /** The row of a certificate's signature algorithm, if there is one. */
  static Optional<SignatureScheme> of(AlgorithmIdentifier algorithm) {
    return Arrays.stream(values())
        .filter(scheme -> scheme.signature.equals(algorithm.getAlgorithm()))
        .filter(scheme -> hasNoParameters(algorithm))
        .findFirst();
  }

  /** The public key, if any row can verify with it. */
  static Optional<AsymmetricKeyParameter> key(SubjectPublicKeyInfo encoded) {
    boolean known = Arrays.stream(values()).anyMatch(scheme -> scheme.takes(encoded));
    if (!known) {
      return Optional.empty();
    }
    try {
      AsymmetricKeyParameter key = PublicKeyFactory.createKey(encoded);
      return Arrays.stream(values())
              .filter(scheme -> scheme.takes(encoded))
              .anyMatch(scheme -> scheme.fits(key))
          ? Optional.of(key)
          : Optional.empty();
    } catch (IOException | IllegalArgumentException | IllegalStateException noKey) {
      // The bytes claim to be a key of a known kind and are none: no row can verify with it.
      return Optional.empty();
    }
  }

  boolean verifies(AsymmetricKeyParameter publicKey, byte[] message, byte[] given) {
    if (!fits(publicKey)) {
      return false;
    }
    Signer signer = signer();
    signer.init(false, publicKey);
    signer.update(message, 0, message.length);
    return signer.verifySignature(given);
  }

  private boolean takes(SubjectPublicKeyInfo encoded) {
    AlgorithmIdentifier algorithm = encoded.getAlgorithm();
    if (!key.equals(algorithm.getAlgorithm())) {
      return false;
    }
    return key.equals(X9ObjectIdentifiers.id_ecPublicKey)
        ? SECObjectIdentifiers.secp384r1.equals(algorithm.getParameters())
        : hasNoParameters(algorithm);
  }

  /** RFC 4055, section 5: NULL for RSA; RFC 5758, 3.2: absent for ECDSA. */
  private static boolean hasNoParameters(AlgorithmIdentifier algorithm) {
    return algorithm.getParameters() == null || DERNull.INSTANCE.equals(algorithm.getParameters());
  }
}
