package org.kashidashi.sync.ils.central;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import okhttp3.MediaType;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretBodyTest {
  private static final MediaType JSON = MediaType.get("application/json");

  @ParameterizedTest
  @ValueSource(
      strings = {"", "tana no ue", "\"\\\"},{", "青い本 四二", "本📚", "\t\u0000\u001f\u007f\u2028"})
  void saysTheSecretInJson(String secret) throws IOException {
    try (SecretBody body = SecretBody.of(known(), "password", secret.toCharArray())) {
      JsonObject read = JsonParser.parseString(new String(sent(body), UTF_8)).getAsJsonObject();
      assertEquals("hanako", read.get("name").getAsString());
      assertEquals(secret, read.get("password").getAsString());
      assertEquals(2, read.size());
    }
  }

  @Test
  void keepsNothingOnceItIsClosed() throws IOException {
    SecretBody body = SecretBody.of(known(), "password", "tana no ue".toCharArray());
    int length = sent(body).length;
    body.close();
    assertArrayEquals(new byte[length], sent(body));
  }

  @Test
  void leavesTheSecretToTheCaller() {
    char[] secret = "tana no ue".toCharArray();
    SecretBody.of(known(), "password", secret).close();
    assertArrayEquals("tana no ue".toCharArray(), secret);
  }

  @Test
  void wantsAMemberBefore() {
    JsonObject nothing = new JsonObject();
    assertThrows(
        IllegalArgumentException.class, () -> SecretBody.of(nothing, "password", new char[] {'a'}));
  }

  private static JsonObject known() {
    JsonObject known = new JsonObject();
    known.addProperty("name", "hanako");
    return known;
  }

  private static byte[] sent(SecretBody body) throws IOException {
    Buffer wire = new Buffer();
    body.as(JSON).writeTo(wire);
    return wire.readByteArray();
  }
}
