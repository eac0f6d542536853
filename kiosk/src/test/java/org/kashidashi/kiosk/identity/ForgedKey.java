package org.kashidashi.kiosk.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.AsymmetricCipherKeyPairGenerator;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** A key pair and the algorithm it signs with; the same seed gives the same key. */
record ForgedKey(AsymmetricCipherKeyPair pair, Kind kind) {
  enum Kind {
    RSA_SHA256,
    RSA_SHA1,
    P384_SHA384,
    P256_SHA384
  }

  static ForgedKey rsa(int seed) {
    return rsa(seed, 2048);
  }

  static ForgedKey rsa(int seed, int bits) {
    RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
    generator.init(
        new RSAKeyGenerationParameters(BigInteger.valueOf(65537), random(seed), bits, 80));
    return new ForgedKey(generator.generateKeyPair(), Kind.RSA_SHA256);
  }

  static ForgedKey p384(int seed) {
    return elliptic(seed, Kind.P384_SHA384);
  }

  static ForgedKey p256(int seed) {
    return elliptic(seed, Kind.P256_SHA384);
  }

  ForgedKey signingWith(Kind other) {
    return new ForgedKey(pair, other);
  }

  SubjectPublicKeyInfo publicKey() {
    try {
      return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  AlgorithmIdentifier algorithm() {
    return switch (kind) {
      case RSA_SHA256 ->
        new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
      case RSA_SHA1 ->
        new AlgorithmIdentifier(PKCSObjectIdentifiers.sha1WithRSAEncryption, DERNull.INSTANCE);
      case P384_SHA384, P256_SHA384 ->
        new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA384);
    };
  }

  byte[] sign(byte[] message) {
    Signer signer = switch (kind) {
      case RSA_SHA256 -> new RSADigestSigner(new SHA256Digest());
      case RSA_SHA1 -> new RSADigestSigner(new SHA1Digest());
      case P384_SHA384, P256_SHA384 -> new DSADigestSigner(new ECDSASigner(), new SHA384Digest());
    };
    signer.init(true, pair.getPrivate());
    signer.update(message, 0, message.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static ForgedKey elliptic(int seed, Kind kind) {
    var curve =
        kind == Kind.P384_SHA384 ? SECObjectIdentifiers.secp384r1 : SECObjectIdentifiers.secp256r1;
    AsymmetricCipherKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(new ECKeyGenerationParameters(
        new ECNamedDomainParameters(curve, CustomNamedCurves.getByOID(curve)), random(seed)));
    return new ForgedKey(generator.generateKeyPair(), kind);
  }

  private static SecureRandom random(int seed) {
    try {
      SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(ByteBuffer.allocate(Integer.BYTES).putInt(seed).array());
      return random;
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
