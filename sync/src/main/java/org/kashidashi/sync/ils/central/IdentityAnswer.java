package org.kashidashi.sync.ils.central;

import com.google.gson.JsonObject;
import java.util.Base64;
import org.kashidashi.sync.ils.central.identity.IdentityRequest;
import org.kashidashi.sync.ils.central.identity.KioskIdentity;
import org.kashidashi.sync.ils.central.identity.UnfitCertificateException;

/** Asks for a certificate in central's JSON, and reads what it gives. */
final class IdentityAnswer {
  private IdentityAnswer() {}

  static JsonObject question(IdentityRequest request) {
    JsonObject question = new JsonObject();
    question.addProperty("request", Base64.getEncoder().encodeToString(request.der()));
    return question;
  }

  static KioskIdentity read(IdentityRequest request, JsonFields body)
      throws MalformedAnswerException, UnfitCertificateException {
    return request.answered(bytes(body, "certificate"), bytes(body, "authority"));
  }

  private static byte[] bytes(JsonFields body, String name) throws MalformedAnswerException {
    try {
      return Base64.getDecoder().decode(body.text(name));
    } catch (IllegalArgumentException e) {
      throw new MalformedAnswerException("member '%s' is not base64".formatted(name));
    }
  }
}
