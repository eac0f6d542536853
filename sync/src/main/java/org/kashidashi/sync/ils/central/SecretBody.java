package org.kashidashi.sync.ils.central;

import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/**
 * A JSON object with a secret in it, as bytes that closing overwrites.
 *
 * <p>The secret is never a {@code String} here, which nobody could overwrite. Out of reach are the
 * copies that others make of these bytes on their way: the buffers of OkHttp and of TLS, those of
 * the kernel, and whatever the garbage collector has moved. They are gone when they are used again.
 * A request that is still under way when this is closed sends no JSON.
 *
 * <p>For one thread, and the one that sends.
 */
public final class SecretBody implements AutoCloseable {
  /** A character at its longest: a backslash, the letter u, and four digits. */
  private static final int ESCAPED_BYTES = 6;

  private static final int PRINTABLE_FIRST = 0x20;
  private static final int PRINTABLE_LAST = 0x7e;
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;
  private final int length;

  private SecretBody(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  /**
   * The members of an object, and behind them the secret.
   *
   * @param known one member or more
   * @param member a name that is written as it is
   * @param secret stays the caller's, who overwrites it
   */
  public static SecretBody of(JsonObject known, String member, char[] secret) {
    if (known.isEmpty()) {
      throw new IllegalArgumentException("no member before '%s', need one".formatted(member));
    }
    String object = known.toString();
    byte[] head = "%s,\"%s\":\""
        .formatted(object.substring(0, object.length() - 1), member)
        .getBytes(StandardCharsets.UTF_8);
    ByteBuffer body = ByteBuffer.allocate(head.length + ESCAPED_BYTES * secret.length + 2);
    body.put(head);
    for (char each : secret) {
      put(body, each);
    }
    body.put((byte) '"').put((byte) '}');
    return new SecretBody(body.array(), body.position());
  }

  RequestBody as(MediaType type) {
    return RequestBody.create(bytes, type, 0, length);
  }

  private static void put(ByteBuffer body, char one) {
    if (one >= PRINTABLE_FIRST && one <= PRINTABLE_LAST && one != '"' && one != '\\') {
      body.put((byte) one);
      return;
    }
    body.put((byte) '\\').put((byte) 'u');
    for (int shift = 12; shift >= 0; shift -= 4) {
      body.put(DIGITS[one >> shift & 0xf]);
    }
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }
}
