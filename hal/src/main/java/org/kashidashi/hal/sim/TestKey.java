package org.kashidashi.hal.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.encodings.PKCS1Encoding;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** An RSA-2048 key pair for test cards. It may be shared between cards, to save time. */
public final class TestKey {
  /** Of every real card and authority (J-LIS certificate profile). */
  private static final int MODULUS_BITS = 2048;

  private static final int CERTAINTY = 100;
  private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

  private final RSAPrivateCrtKeyParameters parameters;

  private TestKey(RSAPrivateCrtKeyParameters parameters) {
    this.parameters = parameters;
  }

  /** Makes a new key; the same random stream gives the same key. */
  public static TestKey generate(SecureRandom random) {
    RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
    generator.init(new RSAKeyGenerationParameters(EXPONENT, random, MODULUS_BITS, CERTAINTY));
    return new TestKey((RSAPrivateCrtKeyParameters) generator.generateKeyPair().getPrivate());
  }

  /**
   * Reads the key in {@code file} (PKCS #8, DER), or makes one and writes it there.
   *
   * @throws IOException if the file cannot be read or written, or holds no RSA key
   */
  public static TestKey open(Path file, SecureRandom random) throws IOException {
    if (!Files.exists(file)) {
      TestKey key = generate(random);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, key.pkcs8());
      return key;
    }
    return new TestKey(read(file));
  }

  /** By the JDK, which reports a malformed key as such. */
  private static RSAPrivateCrtKeyParameters read(Path file) throws IOException {
    try {
      PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(Files.readAllBytes(file));
      if (KeyFactory.getInstance("RSA").generatePrivate(encoded) instanceof RSAPrivateCrtKey key) {
        return new RSAPrivateCrtKeyParameters(
            key.getModulus(),
            key.getPublicExponent(),
            key.getPrivateExponent(),
            key.getPrimeP(),
            key.getPrimeQ(),
            key.getPrimeExponentP(),
            key.getPrimeExponentQ(),
            key.getCrtCoefficient());
      }
      throw new IOException(file + " holds an RSA key without its primes; delete it");
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " holds no RSA key; delete it to have a new one made", e);
    }
  }

  /** The private key as PKCS #8, DER. */
  public byte[] pkcs8() {
    try {
      return PrivateKeyInfoFactory.createPrivateKeyInfo(parameters).getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException("an RSA key always has a DER encoding", e);
    }
  }

  RSAPrivateCrtKeyParameters parameters() {
    return parameters;
  }

  /** In bytes: that of the modulus, whatever is signed (RFC 8017, 8.2.1). */
  int signatureLength() {
    return (parameters.getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE;
  }

  /** RSAPublicKey in SubjectPublicKeyInfo, as certificates carry it (RFC 5280, 4.1.2.7). */
  SubjectPublicKeyInfo publicKey() {
    try {
      return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
          new RSAKeyParameters(false, parameters.getModulus(), parameters.getPublicExponent()));
    } catch (IOException e) {
      throw new UncheckedIOException("an RSA key always has a DER encoding", e);
    }
  }

  /** RSASSA-PKCS1-v1_5 over a DigestInfo that the caller brings (RFC 8017, 8.2.1). */
  byte[] signDigestInfo(byte[] digestInfo) {
    try {
      PKCS1Encoding engine = new PKCS1Encoding(new RSAEngine());
      engine.init(true, parameters);
      return engine.processBlock(digestInfo, 0, digestInfo.length);
    } catch (InvalidCipherTextException e) {
      throw new IllegalArgumentException(
          "%d bytes do not fit a signature block".formatted(digestInfo.length), e);
    }
  }

  @Override
  public String toString() {
    return "RSA test key of %d bits".formatted(parameters.getModulus().bitLength());
  }
}
