package org.kashidashi.kiosk.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kashidashi.hal.card.jpki.CertificateBytes;
import org.kashidashi.kiosk.identity.CertificateVerdict.Untrusted;
import org.kashidashi.sync.registry.PresentedCertificate;

/**
 * Decides whether a certificate that was read without a PIN may stand for its holder.
 *
 * <p>The authority is chosen by its signature: three generations of it share one name. There is a
 * single tier, so a certificate between the anchor and the card is never looked for; the card's own
 * copy of the authority's certificate is not even read. Revocation is the resolver's matter.
 *
 * <p>Any thread. Never throws for what a card may hold.
 */
public final class CertificateCheck {
  private final Anchors anchors;
  private final LeafProfile profile;
  private final Clock clock;

  public CertificateCheck(Anchors anchors, AcceptedPolicies policies, Clock clock) {
    this.anchors = anchors;
    this.profile = new LeafProfile(policies);
    this.clock = clock;
  }

  public CertificateVerdict check(CertificateBytes bytes) {
    try {
      return check(ParsedCertificate.parse(bytes.der()));
    } catch (MalformedCertificateException malformed) {
      return new CertificateVerdict.Malformed(malformed.reason());
    }
  }

  /** The signature comes first: what an unknown hand wrote is not worth a closer look. */
  private CertificateVerdict check(ParsedCertificate leaf) throws MalformedCertificateException {
    if (SignatureScheme.of(leaf.algorithm()).isEmpty()) {
      return new Untrusted(Untrusted.Reason.ALGORITHM);
    }
    List<TrustAnchor> trusted = anchors.current();
    if (trusted.isEmpty()) {
      return new Untrusted(Untrusted.Reason.NO_ANCHORS);
    }
    for (TrustAnchor anchor : trusted) {
      if (anchor.issued(leaf)) {
        return checkIssued(leaf, anchor);
      }
    }
    return new Untrusted(Untrusted.Reason.NOT_SIGNED_BY_AN_ANCHOR);
  }

  private CertificateVerdict checkIssued(ParsedCertificate leaf, TrustAnchor anchor)
      throws MalformedCertificateException {
    Optional<CertificateVerdict.Unfit.Reason> unfit = profile.unfitness(leaf);
    if (unfit.isPresent()) {
      return new CertificateVerdict.Unfit(unfit.get());
    }
    Instant now = clock.instant();
    // The card's own date before its authority's: an old card should hear that it has expired.
    if (now.isAfter(leaf.notAfter())) {
      return new CertificateVerdict.Expired(leaf.notAfter());
    }
    if (now.isBefore(leaf.notBefore())) {
      return new CertificateVerdict.NotYetValid(leaf.notBefore());
    }
    if (!anchor.validAt(now)) {
      return new Untrusted(Untrusted.Reason.ANCHOR_OUT_OF_DATE);
    }
    return new CertificateVerdict.Valid(
        new PresentedCertificate(leaf.der(), leaf.issuerDer(), leaf.serial()));
  }
}
