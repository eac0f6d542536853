package org.kashidashi.kiosk.identity;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Reads those extensions of a certificate that the checks look at (RFC 5280, 4.2.1). */
final class CertificateExtensions {
  private static final Set<ASN1ObjectIdentifier> UNDERSTOOD =
      Set.of(Extension.keyUsage, Extension.basicConstraints, Extension.certificatePolicies);

  private final ParsedCertificate certificate;

  CertificateExtensions(ParsedCertificate certificate) {
    this.certificate = certificate;
  }

  /** RFC 5280, 4.2: a critical extension that is not recognised means "reject". */
  boolean hasUnknownCritical() {
    Set<ASN1ObjectIdentifier> critical =
        new HashSet<>(Arrays.asList(certificate.criticalExtensions()));
    critical.removeAll(UNDERSTOOD);
    return !critical.isEmpty();
  }

  boolean isCritical(ASN1ObjectIdentifier id) {
    return certificate.extension(id).map(Extension::isCritical).orElse(false);
  }

  /** The bits as in {@link KeyUsage}, 0 if absent. */
  int keyUsage() throws MalformedCertificateException {
    Optional<ASN1Primitive> value = value(Extension.keyUsage);
    try {
      return value
          .map(bits -> KeyUsage.getInstance(bits).getBytes())
          .map(CertificateExtensions::number)
          .orElse(0);
    } catch (IllegalArgumentException | IllegalStateException other) {
      throw new MalformedCertificateException("key usage is no bit string", other);
    }
  }

  boolean isAuthority() throws MalformedCertificateException {
    Optional<ASN1Primitive> value = value(Extension.basicConstraints);
    try {
      return value.map(flags -> BasicConstraints.getInstance(flags).isCA()).orElse(false);
    } catch (IllegalArgumentException | IllegalStateException other) {
      throw new MalformedCertificateException("basic constraints are none", other);
    }
  }

  /** The policies' object identifiers in dotted form. */
  Set<String> policies() throws MalformedCertificateException {
    Optional<ASN1Primitive> value = value(Extension.certificatePolicies);
    if (value.isEmpty()) {
      return Set.of();
    }
    try {
      return Arrays.stream(CertificatePolicies.getInstance(value.get()).getPolicyInformation())
          .map(policy -> policy.getPolicyIdentifier().getId())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IllegalArgumentException | IllegalStateException other) {
      throw new MalformedCertificateException("certificate policies are none", other);
    }
  }

  /** KeyUsage has nine bits, so at most two octets; more cannot be what we look for. */
  private static int number(byte[] octets) {
    return switch (octets.length) {
      case 1 -> octets[0] & 0xFF;
      case 2 -> (octets[1] & 0xFF) << 8 | (octets[0] & 0xFF);
      default -> 0;
    };
  }

  private Optional<ASN1Primitive> value(ASN1ObjectIdentifier id)
      throws MalformedCertificateException {
    Optional<Extension> extension = certificate.extension(id);
    if (extension.isEmpty()) {
      return Optional.empty();
    }
    byte[] octets = extension.get().getExtnValue().getOctets();
    try {
      ASN1Primitive value = ASN1Primitive.fromByteArray(octets);
      if (!Arrays.equals(octets, value.getEncoded(ASN1Encoding.DER))) {
        throw new MalformedCertificateException("extension " + id + " is not in DER");
      }
      return Optional.of(value);
    } catch (IOException | IllegalArgumentException | IllegalStateException notAsn1) {
      throw new MalformedCertificateException("extension " + id + " is no ASN.1", notAsn1);
    }
  }
}
