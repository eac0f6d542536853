package org.kashidashi.sync.ils.central;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Says in a person's words why a line to central could not be trusted. */
final class TlsTrouble {
  private static final int CAUSES_MAXIMUM = 8;

  private TlsTrouble() {}

  /** Empty if the failure has nothing to do with trust. */
  static Optional<String> of(IOException failure) {
    Optional<CertificateException> distrust = certificateTrouble(failure);
    if (distrust.isPresent()) {
      return Optional.of(String.valueOf(distrust.get().getMessage()));
    }
    return switch (failure) {
      case SSLPeerUnverifiedException _ ->
        Optional.of("central's certificate is not for the name in central.url; correct central.url,"
            + " or the names in central's settings");
      // Whoever hangs up in the midst has said nothing of who they are: a relay without its server.
      case SSLException ended when hungUp(ended) -> Optional.empty();
      case SSLException other ->
        Optional.of("no line to central by TLS (%s)".formatted(other.getMessage()));
      default -> Optional.empty();
    };
  }

  private static boolean hungUp(IOException failure) {
    @Nullable Throwable cause = failure.getCause();
    for (int depth = 0; cause != null && depth < CAUSES_MAXIMUM; depth++) {
      if (cause instanceof EOFException || cause instanceof SocketException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** What a trust manager of ours had against the server. */
  static Optional<CertificateException> certificateTrouble(IOException failure) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < CAUSES_MAXIMUM; depth++) {
      if (cause instanceof CertificateException trouble) {
        return Optional.of(trouble);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }
}
