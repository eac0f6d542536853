package org.kashidashi.sync.ils.central;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.kashidashi.sync.ils.central.identity.CentralTls;
import org.kashidashi.sync.ils.central.identity.EnrolmentCode;
import org.kashidashi.sync.ils.central.identity.IdentityFileException;
import org.kashidashi.sync.ils.central.identity.IdentityRequest;
import org.kashidashi.sync.ils.central.identity.KioskIdentity;
import org.kashidashi.sync.ils.central.identity.StrangeAuthorityException;
import org.kashidashi.sync.ils.central.identity.UnfitCertificateException;

/**
 * Makes a kiosk known to central by a code that a person brings along.
 *
 * <p>The code says which authority must stand behind the server, so that nothing is told to anybody
 * else, not even who asks. The key never leaves this machine.
 */
public final class Enrolment {
  private static final String PATH = "/v1/identity/enrol";

  private final CentralSettings settings;
  private final Credentials credentials;

  public Enrolment(CentralSettings settings, Credentials credentials) {
    this.settings = settings;
    this.credentials = credentials;
  }

  /** Blocks for at most the delivery budget. The identity is in its file when this returns. */
  public KioskIdentity enrol(EnrolmentCode code) throws EnrolmentException, IdentityFileException {
    // A file that nobody understands must be found before the code is used up.
    Optional<KioskIdentity> _ = credentials.file().read();
    // The key is kept first: central gives it the same answer again, should the power fail after
    // it.
    IdentityRequest request = credentials.file().request(settings.kiosk(), credentials.random());
    KioskIdentity identity = identity(request, code, ask(request, code));
    credentials.file().enrol(identity);
    return identity;
  }

  private Heard ask(IdentityRequest request, EnrolmentCode code) throws EnrolmentException {
    JsonObject question = IdentityAnswer.question(request);
    question.addProperty("code", code.secret());
    OkHttpClient plain = new OkHttpClient.Builder()
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .build();
    OkHttpClient client =
        SecureClients.of(plain, CentralTls.of(code, credentials.time(), credentials.random()));
    try {
      return Answering.read(
          PATH,
          Answering.Audience.KIOSK,
          CentralCall.of(
                  client, CentralCall.post(settings, PATH, question), settings.deliveryBudget())
              .execute());
    } catch (IOException failure) {
      if (TlsTrouble.certificateTrouble(failure).orElse(null)
          instanceof StrangeAuthorityException) {
        throw new EnrolmentException.SomebodyElse(
            ("who answers at %s is not the central that gave this code, so the code was not told;"
                    + " see that central.url is right and that the last four groups of the code are")
                .formatted(settings.address()));
      }
      throw notAnswered(TlsTrouble.of(failure).orElse(failure.toString()));
    } finally {
      client.connectionPool().evictAll();
    }
  }

  private KioskIdentity identity(IdentityRequest request, EnrolmentCode code, Heard heard)
      throws EnrolmentException {
    return switch (heard.answer()) {
      case CentralAnswer.Ok ok -> identity(request, code, ok.body());
      case CentralAnswer.Wrong wrong ->
        throw notAnswered("it does not understand the request: " + wrong.code());
      case CentralAnswer.None none
      when heard.refusal().isPresent() ->
        throw new EnrolmentException.Refused(
            ("central refuses to enrol kiosk '%s': the code is wrong, used, older than a day, or for"
                    + " another kiosk; have a new one printed by central enrol %s")
                .formatted(settings.kiosk(), settings.kiosk()));
      case CentralAnswer.None none ->
        throw notAnswered(none.reason()
            + none.retryAfter()
                .map(wait -> ", try again in %d s".formatted(wait.toSeconds()))
                .orElse(""));
    };
  }

  private KioskIdentity identity(IdentityRequest request, EnrolmentCode code, JsonFields body)
      throws EnrolmentException {
    try {
      KioskIdentity identity = IdentityAnswer.read(request, body);
      if (!identity.isOf(code)) {
        throw notAnswered("its certificate is of another authority than the code's");
      }
      return identity;
    } catch (MalformedAnswerException | UnfitCertificateException unfit) {
      throw notAnswered(String.valueOf(unfit.getMessage()));
    }
  }

  private EnrolmentException.NotAnswered notAnswered(String reason) {
    return new EnrolmentException.NotAnswered(
        "central at %s did not enrol the kiosk: %s".formatted(settings.address(), reason));
  }
}
