package org.kashidashi.sync.ils.central;

import java.io.IOException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Handshake;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Notes of an answer what its content does not tell, on OkHttp's thread. */
final class Probing implements Callback {
  private final Answering answering;
  private volatile Optional<Instant> said = Optional.empty();
  private volatile Optional<Instant> centralUntil = Optional.empty();

  Probing(Answering answering) {
    this.answering = answering;
  }

  @Override
  public void onFailure(Call call, IOException failure) {
    answering.onFailure(call, failure);
  }

  @Override
  public void onResponse(Call call, Response response) {
    said = Optional.ofNullable(response.headers().getInstant("Date"));
    centralUntil = end(response.handshake());
    answering.onResponse(call, response);
  }

  CentralProbe probe(Heard heard, Duration took) {
    CentralProbe.Outcome outcome = outcome(heard);
    boolean closed = heard.answer() instanceof CentralAnswer.Ok(JsonFields body)
        && CentralConnector.closed(body);
    return new CentralProbe(outcome, took, said, centralUntil, closed, reason(heard));
  }

  private static CentralProbe.Outcome outcome(Heard heard) {
    if (heard.distrust().isPresent()) {
      return CentralProbe.Outcome.NOT_TRUSTED;
    }
    if (heard.refusal().isPresent()) {
      return outcome(heard.refusal().get());
    }
    return switch (heard.answer()) {
      case CentralAnswer.Ok _ -> CentralProbe.Outcome.ANSWERED;
      case CentralAnswer.Wrong _ -> CentralProbe.Outcome.REFUSED;
      case CentralAnswer.None _ -> CentralProbe.Outcome.NOT_REACHED;
    };
  }

  static CentralProbe.Outcome outcome(IdentityRefusal refusal) {
    return switch (refusal) {
      case KIOSK_REVOKED -> CentralProbe.Outcome.REVOKED;
      case CERTIFICATE_EXPIRED -> CentralProbe.Outcome.EXPIRED;
      default -> CentralProbe.Outcome.REFUSED;
    };
  }

  private static String reason(Heard heard) {
    return switch (heard.answer()) {
      case CentralAnswer.Ok _ -> "";
      case CentralAnswer.Wrong(int status, String code, var _) ->
        "status %d %s".formatted(status, code);
      case CentralAnswer.None none -> none.reason();
    };
  }

  private static Optional<Instant> end(@Nullable Handshake handshake) {
    if (handshake == null || handshake.peerCertificates().isEmpty()) {
      return Optional.empty();
    }
    Certificate shown = handshake.peerCertificates().getFirst();
    return shown instanceof X509Certificate x509
        ? Optional.of(x509.getNotAfter().toInstant())
        : Optional.empty();
  }
}
