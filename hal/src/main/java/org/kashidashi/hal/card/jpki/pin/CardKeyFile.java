package org.kashidashi.hal.card.jpki.pin;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Takes the public key out of the file in which its authority signed it.
 *
 * <p>No public source describes the inner layout: this is the virtual card's, a card-verifiable
 * template (7F21) around the public key (7F49, RFC 8017, A.1.1) and a signature (5F37). The
 * signature is not checked, since its authority's certificate has no public description either; what
 * counts is that the key was read from the card, under PIN, in front of staff.
 */
final class CardKeyFile {
  /** Three times what a key of 2048 bits and its signature take. */
  static final int LENGTH_MAX = 2048;

  private static final int CERTIFICATE = 0x7F21;
  private static final int PUBLIC_KEY = 0x7F49;

  /** AlgorithmIdentifier of rsaEncryption with NULL (RFC 3279, 2.3.1). */
  private static final byte[] RSA = HexFormat.of().parseHex("300D06092A864886F70D0101010500");

  private static final int SEQUENCE = 0x30;
  private static final int BIT_STRING = 0x03;
  private static final int MODULUS_BITS_MIN = 2048;
  private static final int MODULUS_BITS_MAX = 4096;
  private static final BigInteger EXPONENT_MIN = BigInteger.valueOf(65537);
  private static final int EXPONENT_BITS_MAX = 32;

  private CardKeyFile() {}

  static Optional<CardPublicKey> key(byte[] file) {
    return value(file, CERTIFICATE)
        .flatMap(certificate -> value(certificate, PUBLIC_KEY))
        .flatMap(CardKeyFile::encoded);
  }

  private static Optional<CardPublicKey> encoded(byte[] rsaPublicKey) {
    byte[] bits = new byte[rsaPublicKey.length + 1];
    System.arraycopy(rsaPublicKey, 0, bits, 1, rsaPublicKey.length);
    byte[] spki = der(SEQUENCE, RSA, der(BIT_STRING, bits));
    try {
      boolean fits = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(spki))
              instanceof RSAPublicKey key
          && key.getModulus().bitLength() >= MODULUS_BITS_MIN
          && key.getModulus().bitLength() <= MODULUS_BITS_MAX
          && key.getPublicExponent().compareTo(EXPONENT_MIN) >= 0
          && key.getPublicExponent().bitLength() <= EXPONENT_BITS_MAX;
      return fits ? Optional.of(new CardPublicKey(spki)) : Optional.empty();
    } catch (GeneralSecurityException e) {
      // A card may hold anything: what no key factory takes is no key.
      return Optional.empty();
    }
  }

  private static byte[] der(int tag, byte[]... values) {
    int length = Arrays.stream(values).mapToInt(value -> value.length).sum();
    ByteBuffer object = ByteBuffer.allocate(4 + length);
    object.put((byte) tag).put((byte) 0x82).putShort((short) length);
    Arrays.stream(values).forEach(object::put);
    return object.array();
  }

  /** The value of the data object of this two-byte tag at the start (ISO/IEC 7816-4, 6.3). */
  private static Optional<byte[]> value(byte[] bytes, int tag) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (buffer.remaining() < 3 || (buffer.getShort() & 0xFFFF) != tag) {
      return Optional.empty();
    }
    int first = buffer.get() & 0xFF;
    int more = first > 0x7F ? first - 0x80 : 0;
    if (more > 2 || buffer.remaining() < more) {
      return Optional.empty();
    }
    int length = more == 0 ? first : 0;
    for (int i = 0; i < more; i++) {
      length = length << 8 | (buffer.get() & 0xFF);
    }
    if (length > buffer.remaining()) {
      return Optional.empty();
    }
    return Optional.of(Arrays.copyOfRange(bytes, buffer.position(), buffer.position() + length));
  }
}
