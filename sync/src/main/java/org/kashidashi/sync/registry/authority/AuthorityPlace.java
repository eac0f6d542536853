package org.kashidashi.sync.registry.authority;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a configuration says that the service is.
 *
 * @param certificates a PEM file of who may vouch for it; empty for whom the platform trusts
 * @param secret a file with what it knows us by on one line; empty if it asks for nothing
 */
public record AuthorityPlace(
    URI address, Duration limit, Optional<Path> certificates, Optional<Path> secret) {
  private static final int PEM_BYTES_MAXIMUM = 256 * 1024;
  private static final int SECRET_BYTES_MAXIMUM = 1024;

  /**
   * Reads the files.
   *
   * @throws IOException names the file that cannot be read, or what is wrong with it
   */
  public AuthorityAccess read() throws IOException {
    List<X509Certificate> trusted =
        certificates.isPresent() ? certificates(certificates.get()) : List.of();
    String shown = secret.isPresent() ? secret(secret.get()) : "";
    return new AuthorityAccess(address, limit, trusted, shown);
  }

  private static List<X509Certificate> certificates(Path file) throws IOException {
    List<X509Certificate> read = new ArrayList<>();
    try {
      for (Certificate each : CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(bytes(file, PEM_BYTES_MAXIMUM)))) {
        if (each instanceof X509Certificate certificate) {
          read.add(certificate);
        }
      }
    } catch (CertificateException e) {
      throw new IOException(
          "'%s' is no PEM file of certificates: give the one of the service".formatted(file), e);
    }
    if (read.isEmpty()) {
      throw new IOException("'%s' has no certificate: give the one of the service".formatted(file));
    }
    return List.copyOf(read);
  }

  private static String secret(Path file) throws IOException {
    String secret =
        new String(bytes(file, SECRET_BYTES_MAXIMUM), StandardCharsets.US_ASCII).strip();
    if (!AuthorityAccess.isSecret(secret)) {
      throw new IOException(
          "'%s' has no secret of 1 to %d ASCII characters without blanks on one line"
              .formatted(file, AuthorityAccess.SECRET_MAXIMUM));
    }
    return secret;
  }

  private static byte[] bytes(Path file, int maximum) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(maximum + 1);
      if (bytes.length > maximum) {
        throw new IOException("'%s' has more than %d bytes".formatted(file, maximum));
      }
      return bytes;
    }
  }
}
