package org.kashidashi.kiosk.console.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The key of a technician: Ed25519 (RFC 8032). Its private half never comes to a kiosk. */
public final class TechnicianKey {
  private static final Pattern REPLY = Pattern.compile("[A-Za-z0-9_-]{86}(==)?");
  private static final String ALGORITHM = "Ed25519";

  /** RFC 8410: SubjectPublicKeyInfo of an Ed25519 key, up to its 32 bytes. */
  private static final byte[] INFO = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private final PrivateKey secret;

  private TechnicianKey(PrivateKey secret) {
    this.secret = secret;
  }

  /**
   * A fresh pair.
   *
   * @param pem PKCS #8, as OpenSSL reads it
   * @param open the public half, as {@link KeyHolder} has it
   */
  public record Pair(String pem, String open) {
    static Pair of(KeyPair pair) {
      Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
      byte[] info = pair.getPublic().getEncoded();
      return new Pair(
          "%s\n%s\n%s\n"
              .formatted(BEGIN, lines.encodeToString(pair.getPrivate().getEncoded()), END),
          Base64.getEncoder().encodeToString(Arrays.copyOfRange(info, INFO.length, info.length)));
    }

    @Override
    public String toString() {
      return "Pair[" + open + "]";
    }
  }

  public static Pair generate(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(255, random);
      return Pair.of(generator.generateKeyPair());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, missing);
    }
  }

  /** Reads the private half; empty if the text is no such key. */
  public static Optional<TechnicianKey> parse(String pem) {
    int begin = pem.indexOf(BEGIN);
    int end = pem.indexOf(END);
    if (begin < 0 || end < begin) {
      return Optional.empty();
    }
    try {
      byte[] encoded = Base64.getMimeDecoder()
          .decode(pem.substring(begin + BEGIN.length(), end).strip());
      return Optional.of(new TechnicianKey(
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded))));
    } catch (GeneralSecurityException | IllegalArgumentException unfit) {
      return Optional.empty();
    }
  }

  /** The reply to a challenge, in base64url. */
  public String reply(Challenge challenge) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(challenge.line().getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("cannot sign with a key that was read", broken);
    }
  }

  /** Whether a text has the form of a reply: 64 bytes in base64url, padded or not. */
  static boolean isReply(String text) {
    return REPLY.matcher(text).matches();
  }

  /**
   * Whether a reply was made to that challenge by the holder of that key.
   *
   * @param open as {@link KeyHolder} has it
   */
  static boolean signed(String open, Challenge challenge, String reply) {
    try {
      byte[] raw = Base64.getDecoder().decode(open);
      byte[] info = Arrays.copyOf(INFO, INFO.length + raw.length);
      System.arraycopy(raw, 0, info, INFO.length, raw.length);
      PublicKey key =
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(info));
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(challenge.line().getBytes(UTF_8));
      return signature.verify(Base64.getUrlDecoder().decode(reply));
    } catch (GeneralSecurityException | IllegalArgumentException unfit) {
      // What is no signature at all is as wrong as a signature of somebody else.
      return false;
    }
  }
}
