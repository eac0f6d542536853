package org.kashidashi.kiosk.identity;

import java.time.Instant;
import org.kashidashi.sync.registry.PresentedCertificate;

/** What checking a certificate that was read from a card found out. */
public sealed interface CertificateVerdict {
  /** Issued by a trusted authority for user authentication, and in date. */
  record Valid(PresentedCertificate certificate) implements CertificateVerdict {}

  /** In order, but for its date. */
  record Expired(Instant notAfter) implements CertificateVerdict {}

  /** In order, but for its date: most likely the kiosk's clock is wrong. */
  record NotYetValid(Instant notBefore) implements CertificateVerdict {}

  /** No trusted authority vouches for it. */
  record Untrusted(Untrusted.Reason reason) implements CertificateVerdict {
    /** Why not; for the log. */
    public enum Reason {
      NO_ANCHORS,
      ALGORITHM,
      NOT_SIGNED_BY_AN_ANCHOR,
      ANCHOR_OUT_OF_DATE
    }
  }

  /** Issued by a trusted authority, for something else. */
  record Unfit(Unfit.Reason reason) implements CertificateVerdict {
    /** Why not; for the log. */
    public enum Reason {
      KEY_USAGE,
      AUTHORITY,
      POLICY,
      PUBLIC_KEY,
      UNKNOWN_CRITICAL_EXTENSION
    }
  }

  /** The bytes are no certificate. */
  record Malformed(String reason) implements CertificateVerdict {}
}
