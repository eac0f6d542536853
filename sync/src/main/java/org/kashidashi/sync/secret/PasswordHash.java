package org.kashidashi.sync.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password as Argon2id (RFC 9106) in one lane, in the text form that other programs know, with
 * its salt and its costs. Costs stand in each text, so they can rise later.
 */
public final class PasswordHash {
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** What a damaged text could ask of the machine at most: a kiosk's heap is small. */
  private static final int MEMORY_KIB_MAXIMUM = 2 * PasswordCost.USUAL.memoryKib();

  /** Eight for each lane (RFC 9106, section 3.1). */
  private static final int MEMORY_KIB_LEAST = 8 * LANES;

  private static final int PASSES_MAXIMUM = 10;

  /** Bytes of one character at most. */
  private static final int UTF8_MAXIMUM = 4;

  private static final Pattern FORM = Pattern.compile(
      "\\$argon2id\\$v=19\\$m=([0-9]{1,6}),t=([0-9]{1,2}),p=1\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");

  private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

  private PasswordHash() {}

  /**
   * Takes a good part of a second on a small board.
   *
   * @param password left as it is: the caller wipes it
   */
  public static String of(char[] password, SecureRandom random) {
    return of(password, PasswordCost.USUAL, random);
  }

  /**
   * At another cost than usual.
   *
   * @param password left as it is: the caller wipes it
   */
  public static String of(char[] password, PasswordCost cost, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return text(cost, salt, hash(password, salt, cost.memoryKib(), cost.passes()));
  }

  /** What no password fits, and what takes as long to find that out. */
  public static String ofNobody(PasswordCost cost, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    byte[] hash = new byte[HASH_BYTES];
    random.nextBytes(salt);
    random.nextBytes(hash);
    return text(cost, salt, hash);
  }

  private static String text(PasswordCost cost, byte[] salt, byte[] hash) {
    return String.format(
        Locale.ROOT,
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s",
        cost.memoryKib(),
        cost.passes(),
        LANES,
        ENCODER.encodeToString(salt),
        ENCODER.encodeToString(hash));
  }

  /**
   * Takes as long as making one, whatever the answer.
   *
   * @throws IllegalArgumentException if the text is not one of ours
   */
  public static boolean fits(String text, char[] password) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "the hash of a password has %d characters in another form".formatted(text.length()));
    }
    int memory = Math.clamp(Long.parseLong(matcher.group(1)), MEMORY_KIB_LEAST, MEMORY_KIB_MAXIMUM);
    int passes = Math.clamp(Long.parseLong(matcher.group(2)), 1, PASSES_MAXIMUM);
    byte[] salt = Base64.getDecoder().decode(matcher.group(3));
    byte[] expected = Base64.getDecoder().decode(matcher.group(4));
    return MessageDigest.isEqual(expected, hash(password, salt, memory, passes));
  }

  private static byte[] hash(char[] password, byte[] salt, int memoryKib, int passes) {
    byte[] bytes = utf8(password);
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
          .withVersion(Argon2Parameters.ARGON2_VERSION_13)
          .withMemoryAsKB(memoryKib)
          .withIterations(passes)
          .withParallelism(LANES)
          .withSalt(salt)
          .build());
      byte[] hash = new byte[HASH_BYTES];
      generator.generateBytes(bytes, hash);
      return hash;
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** Nothing of it stays in a buffer that nobody wipes. */
  private static byte[] utf8(char[] password) {
    ByteBuffer buffer = ByteBuffer.allocate(password.length * UTF8_MAXIMUM);
    StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(password), buffer, true);
    byte[] bytes = Arrays.copyOf(buffer.array(), buffer.position());
    Arrays.fill(buffer.array(), (byte) 0);
    return bytes;
  }
}
