package org.kashidashi.sync.ils.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TlsTroubleTest {
  static Iterable<IOException> ends() {
    return List.of(
        new EOFException("SSL peer shut down incorrectly"),
        new SocketException("Connection reset"));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void takesWhoeverHangsUpForNobody(IOException end) {
    SSLException ended = new SSLException("Remote host terminated the handshake", end);
    assertEquals(Optional.empty(), TlsTrouble.of(ended));
  }

  @Test
  void takesAnAlertForDistrust() {
    assertTrue(TlsTrouble.of(new SSLHandshakeException("Received fatal alert: bad_certificate"))
        .isPresent());
  }

  @Test
  void tellsWhatIsWrongWithACertificateThoughTheLineEnded() {
    SSLException wrong =
        new SSLException("no", new CertificateException("it is of another authority"));
    wrong.addSuppressed(new SocketException("Broken pipe"));
    assertEquals(Optional.of("it is of another authority"), TlsTrouble.of(wrong));
  }
}
