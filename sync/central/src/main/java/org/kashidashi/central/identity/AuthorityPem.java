package org.kashidashi.central.identity;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key beside its certificate as text (RFC 7468), each once, in this order. */
record AuthorityPem(PrivateKey key, X509Certificate certificate) {
  private static final Pattern BLOCKS = Pattern.compile("""
      -----BEGIN PRIVATE KEY-----
      ([A-Za-z0-9+/=\\n]+)-----END PRIVATE KEY-----
      -----BEGIN CERTIFICATE-----
      ([A-Za-z0-9+/=\\n]+)-----END CERTIFICATE-----
      """);

  private static final int LINE = 64;
  private static final byte[] PROBE = "kashidashi".getBytes(StandardCharsets.US_ASCII);

  static AuthorityPem of(Authority authority) {
    return new AuthorityPem(authority.key(), authority.certificate());
  }

  static AuthorityPem parse(byte[] bytes) throws BadPemException {
    Matcher blocks = BLOCKS.matcher(new String(bytes, StandardCharsets.US_ASCII));
    if (!blocks.matches()) {
      throw new BadPemException("no private key followed by a certificate");
    }
    try {
      Base64.Decoder decoder = Base64.getMimeDecoder();
      AuthorityPem pem = new AuthorityPem(
          CurveKeys.decodePrivate(decoder.decode(blocks.group(1))),
          CertificateSigner.decode(decoder.decode(blocks.group(2))));
      pem.check();
      return pem;
    } catch (IllegalArgumentException | InvalidKeySpecException | CertificateException e) {
      throw new BadPemException("the key or the certificate cannot be read", e);
    }
  }

  byte[] bytes() {
    try {
      String text =
          block("PRIVATE KEY", key.getEncoded()) + block("CERTIFICATE", certificate.getEncoded());
      return text.getBytes(StandardCharsets.US_ASCII);
    } catch (CertificateException e) {
      throw new IllegalStateException("a certificate always has an encoding", e);
    }
  }

  @Override
  public String toString() {
    return "authority";
  }

  private void check() throws BadPemException {
    if (certificate.getBasicConstraints() < 0) {
      throw new BadPemException("the certificate is not that of an authority");
    }
    if (!CurveKeys.verifies(certificate.getPublicKey(), PROBE, CurveKeys.sign(key, PROBE))) {
      throw new BadPemException("the key does not belong to the certificate");
    }
  }

  private static String block(String name, byte[] bytes) {
    Base64.Encoder encoder = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(name, encoder.encodeToString(bytes), name);
  }
}
