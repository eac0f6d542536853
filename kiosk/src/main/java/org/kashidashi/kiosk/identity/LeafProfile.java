package org.kashidashi.kiosk.identity;

import java.util.Collections;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.kashidashi.kiosk.identity.CertificateVerdict.Unfit;

/** What a user-authentication certificate must be, besides signed and in date. */
final class LeafProfile {
  private final AcceptedPolicies policies;

  LeafProfile(AcceptedPolicies policies) {
    this.policies = policies;
  }

  Optional<Unfit.Reason> unfitness(ParsedCertificate leaf) throws MalformedCertificateException {
    CertificateExtensions extensions = new CertificateExtensions(leaf);
    if (extensions.hasUnknownCritical()) {
      return Optional.of(Unfit.Reason.UNKNOWN_CRITICAL_EXTENSION);
    }
    if (extensions.isAuthority()) {
      return Optional.of(Unfit.Reason.AUTHORITY);
    }
    if (!extensions.isCritical(Extension.keyUsage)
        || extensions.keyUsage() != KeyUsage.digitalSignature) {
      return Optional.of(Unfit.Reason.KEY_USAGE);
    }
    if (Collections.disjoint(extensions.policies(), policies.identifiers())) {
      return Optional.of(Unfit.Reason.POLICY);
    }
    if (SignatureScheme.key(leaf.publicKey()).isEmpty()) {
      return Optional.of(Unfit.Reason.PUBLIC_KEY);
    }
    return Optional.empty();
  }
}
