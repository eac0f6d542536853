package org.kashidashi.kiosk.identity;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a person has to see of a certification authority before they trust it. */
public record AnchorDescription(
    String subject,
    String issuer,
    BigInteger serial,
    Instant notBefore,
    Instant notAfter,
    Fingerprint fingerprint,
    AuthorityGeneration generation) {
  private static final int LONGEST_NAME = 300;

  static AnchorDescription of(ParsedCertificate certificate) {
    Fingerprint fingerprint = Fingerprint.of(certificate.der());
    return new AnchorDescription(
        printable(certificate.subject()),
        printable(certificate.issuer()),
        certificate.serial(),
        certificate.notBefore(),
        certificate.notAfter(),
        fingerprint,
        AuthorityGeneration.of(fingerprint));
  }

  /** One fact a line, for a terminal. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("subject     " + subject);
    lines.add("issuer      " + (issuer.equals(subject) ? "the same" : issuer));
    lines.add("serial      " + serial.toString(16));
    lines.add("valid from  " + notBefore);
    lines.add("valid until " + notAfter);
    lines.add("SHA-256     " + fingerprint.shown().getFirst());
    lines.add("            " + fingerprint.shown().getLast());
    lines.add("known as    " + generation.description());
    return List.copyOf(lines);
  }

  /** A name comes from a file: what could steer a terminal is shown as a question mark. */
  private static String printable(DistinguishedName name) {
    String text = name.toString();
    String cut = text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "..." : text;
    return cut.replaceAll("\\p{C}", "?");
  }
}
