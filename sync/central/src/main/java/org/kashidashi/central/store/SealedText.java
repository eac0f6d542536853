package org.kashidashi.central.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Texts that must be read again, kept so that nobody without the key file can: AES-256-GCM (NIST SP
 * 800-38D) under a key of its own, derived from the key file by HKDF (RFC 5869).
 *
 * <p>A sealed text is bound to what it is and whose it is: it cannot be put in another's place.
 */
final class SealedText {
  private static final String INFO = "kashidashi central sealed text 1";
  private static final int KEY_BYTES = 32;

  /** SP 800-38D, 5.2.1.1: the length for which no further digest is needed. */
  private static final int NONCE_BYTES = 12;

  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random;

  SealedText(SecretKey root, SecureRandom random) {
    try {
      this.key = KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              "AES",
              HKDFParameterSpec.ofExtract()
                  .addIKM(root)
                  .thenExpand(INFO.getBytes(StandardCharsets.US_ASCII), KEY_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java of 25 has HKDF-SHA256", e);
    }
    this.random = random;
  }

  /**
   * Another text every time.
   *
   * @param purpose what it is, without a zero byte
   * @param owner whose it is
   */
  String seal(String purpose, String owner, String clear) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, purpose, owner);
      byte[] sealed = cipher.doFinal(clear.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder()
          .encodeToString(ByteBuffer.allocate(NONCE_BYTES + sealed.length)
              .put(nonce)
              .put(sealed)
              .array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES/GCM", e);
    }
  }

  /**
   * What was sealed.
   *
   * @throws StoreDamagedException if it was sealed with another key, for another owner, or changed
   */
  String open(String purpose, String owner, String text) throws StoreDamagedException {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
      byte[] nonce = new byte[NONCE_BYTES];
      if (bytes.remaining() < NONCE_BYTES) {
        throw damaged(purpose, new AEADBadTagException("too short"));
      }
      bytes.get(nonce);
      byte[] sealed = new byte[bytes.remaining()];
      bytes.get(sealed);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, purpose, owner);
      return new String(cipher.doFinal(sealed), StandardCharsets.UTF_8);
    } catch (AEADBadTagException | IllegalArgumentException e) {
      throw damaged(purpose, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES/GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String purpose, String owner)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((purpose + "\0" + owner).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static StoreDamagedException damaged(String purpose, Exception cause) {
    return new StoreDamagedException(
        "a sealed value (%s) in the database does not fit the key file: restore both from one backup"
            .formatted(purpose),
        cause);
  }
}
