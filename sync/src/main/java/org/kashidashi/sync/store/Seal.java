package org.kashidashi.sync.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Keeps personal values out of the file: keyed digests to look them up by, encryption to keep them.
 *
 * <p>Digests are HMAC-SHA-256; encryption is AES-256-GCM with a random 96-bit nonce; both keys come
 * from the store's secret by HKDF (RFC 5869). Confined to the store's thread.
 */
final class Seal {
  /** What a value is for. A digest or sealed value of one purpose means nothing to another. */
  enum Purpose {
    PATRON(1),
    PERSON(2),
    CERTIFICATE(3),
    STORE(4),
    CARD_KEY(5);

    /** Part of every digest on disk: never changed, never given to another. */
    private final byte code;

    Purpose(int code) {
      this.code = (byte) code;
    }
  }

  private static final String DIGEST = "HmacSHA256";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int TAG_BYTES = TAG_BITS / Byte.SIZE;

  private final SecureRandom random;
  private final Mac mac;
  private final Cipher cipher;
  private final SecretKey sealing;

  Seal(byte[] secret, SecureRandom random) {
    this.random = random;
    try {
      KDF derivation = KDF.getInstance("HKDF-SHA256");
      this.mac = Mac.getInstance(DIGEST);
      mac.init(derivation.deriveKey(DIGEST, derived(secret, "digest")));
      this.sealing = derivation.deriveKey("AES", derived(secret, "seal"));
      this.cipher = Cipher.getInstance(CIPHER);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HKDF, HMAC-SHA-256 or AES-GCM", e);
    }
  }

  private static HKDFParameterSpec derived(byte[] secret, String use) {
    byte[] context = ("kashidashi store " + use).getBytes(StandardCharsets.US_ASCII);
    return HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(context, KEY_BYTES);
  }

  /** The same parts give the same 32 bytes; each part counts with its length. */
  byte[] digest(Purpose purpose, byte[]... parts) {
    mac.update(purpose.code);
    for (byte[] part : parts) {
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
      mac.update(part);
    }
    return mac.doFinal();
  }

  byte[] digest(Purpose purpose, String text) {
    return digest(purpose, text.getBytes(StandardCharsets.UTF_8));
  }

  byte[] close(Purpose purpose, String clear) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      cipher.init(Cipher.ENCRYPT_MODE, sealing, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(new byte[] {purpose.code});
      byte[] text = clear.getBytes(StandardCharsets.UTF_8);
      byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + text.length + TAG_BYTES);
      cipher.doFinal(text, 0, text.length, sealed, NONCE_BYTES);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM does not encrypt", e);
    }
  }

  String open(Purpose purpose, byte[] sealed) throws StoreDamagedException {
    if (sealed.length < NONCE_BYTES + TAG_BYTES) {
      throw new StoreDamagedException(
          "a sealed %s of %d bytes, need %d or more; keep the file and call a technician"
              .formatted(purpose, sealed.length, NONCE_BYTES + TAG_BYTES));
    }
    try {
      cipher.init(
          Cipher.DECRYPT_MODE, sealing, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
      cipher.updateAAD(new byte[] {purpose.code});
      byte[] text = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      return new String(text, StandardCharsets.UTF_8);
    } catch (AEADBadTagException e) {
      throw new StoreDamagedException(
          "a sealed %s does not open with this store's key; keep the file and call a technician"
              .formatted(purpose),
          e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM does not decrypt", e);
    }
  }
}
