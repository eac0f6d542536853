package org.kashidashi.central.identity;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** From when to when a certificate is good. */
public record Life(Instant notBefore, Instant notAfter) {
  Life(X509Certificate certificate) {
    this(certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
  }

  boolean contains(Instant now) {
    return !now.isBefore(notBefore) && !now.isAfter(notAfter);
  }

  /** Within the first two thirds. */
  boolean fresh(Instant now) {
    Duration twoThirds = Duration.between(notBefore, notAfter).multipliedBy(2).dividedBy(3);
    return !now.isBefore(notBefore) && now.isBefore(notBefore.plus(twoThirds));
  }
}
