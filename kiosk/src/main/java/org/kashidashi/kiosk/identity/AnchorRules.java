package org.kashidashi.kiosk.identity;

import java.util.List;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.kashidashi.kiosk.identity.DistinguishedName.Attribute;

/** Which certificates may become trust anchors: JPKI's authorities for user authentication. */
final class AnchorRules {
  private static final String USER_AUTHENTICATION = "JPKI for user authentication";
  private static final String DIGITAL_SIGNATURE = "JPKI for digital signature";
  private static final List<Attribute> PRODUCTION = List.of(
      new Attribute(BCStyle.C, "JP"),
      new Attribute(BCStyle.O, "JPKI"),
      new Attribute(BCStyle.OU, USER_AUTHENTICATION),
      new Attribute(BCStyle.OU, "Japan Agency for Local Authority Information Systems"));
  private static final Attribute TEST = new Attribute(BCStyle.O, "JPKI-TEST");

  private final AuthorityScope scope;

  AnchorRules(AuthorityScope scope) {
    this.scope = scope;
  }

  /** Dates are not checked here: an expired authority still tells which cards have expired. */
  void check(ParsedCertificate certificate)
      throws AnchorRefusedException, MalformedCertificateException {
    checkName(certificate.subject().attributes());
    CertificateExtensions extensions = new CertificateExtensions(certificate);
    if (extensions.hasUnknownCritical()) {
      throw new AnchorRefusedException("it has a critical extension that is not known");
    }
    if (!extensions.isAuthority() || !extensions.isCritical(Extension.basicConstraints)) {
      throw new AnchorRefusedException(
          "it is no certification authority's (basic constraints do not say so)");
    }
    boolean signsCertificates = (extensions.keyUsage() & KeyUsage.keyCertSign) != 0;
    if (!signsCertificates || !extensions.isCritical(Extension.keyUsage)) {
      throw new AnchorRefusedException("its key may not sign certificates (key usage)");
    }
  }

  private void checkName(List<Attribute> name) throws AnchorRefusedException {
    if (name.contains(new Attribute(BCStyle.OU, DIGITAL_SIGNATURE))) {
      throw new AnchorRefusedException(
          "it is the authority for signature certificates (署名用); take the one for user"
              + " authentication (利用者証明用)");
    }
    if (name.contains(TEST)) {
      checkTestName(name);
    } else if (!name.equals(PRODUCTION)) {
      throw new AnchorRefusedException(
          "its subject is not that of JPKI's authority for user authentication");
    }
  }

  private void checkTestName(List<Attribute> name) throws AnchorRefusedException {
    switch (scope) {
      case PRODUCTION ->
        throw new AnchorRefusedException(
            "it is a test authority (O=JPKI-TEST), whose cards anybody can obtain; only a kiosk"
                + " with mode = \"test\" may trust it");
      case TEST -> {
        if (!name.contains(new Attribute(BCStyle.OU, USER_AUTHENTICATION))) {
          throw new AnchorRefusedException(
              "it is a test authority, but not for user authentication");
        }
      }
    }
  }
}
