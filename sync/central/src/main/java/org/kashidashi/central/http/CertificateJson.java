package org.kashidashi.central.http;

import com.google.gson.JsonObject;
import java.util.Base64;
import org.kashidashi.central.identity.Issued;

/** Certificates and requests for them as JSON. */
final class CertificateJson {
  /** Far more than a request takes. */
  private static final int TEXT_MAXIMUM = 4096;

  private CertificateJson() {}

  static byte[] request(Members members) throws RefusedException {
    String text = members.text("request");
    if (text.length() > TEXT_MAXIMUM) {
      throw RefusedException.malformed(
          "request has %d characters, need at most %d".formatted(text.length(), TEXT_MAXIMUM));
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Refusal.MALFORMED, "request must be in base64", e);
    }
  }

  static Answer answer(Issued issued) {
    JsonObject answer = new JsonObject();
    answer.addProperty("certificate", issued.certificate());
    answer.addProperty("authority", issued.authority());
    return Answer.ok(answer);
  }
}
