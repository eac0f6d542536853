package org.kashidashi.central.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.kashidashi.central.identity.CertificateSigner.Validity;

/** The library's own certificate authority: its key, and what it signs with it. */
final class Authority {
  /** Longer than a kiosk lives. */
  private static final int YEARS = 20;

  private static final Duration SERVER_LIFE = Duration.ofDays(397);
  private static final Duration KIOSK_LIFE = Duration.ofDays(180);

  /** So that a clock that is behind by less does not refuse a fresh certificate. */
  private static final Duration EARLIER = Duration.ofHours(24);

  private final String library;
  private final PrivateKey key;
  private final X509Certificate certificate;
  private final SecureRandom random;

  Authority(String library, PrivateKey key, X509Certificate certificate, SecureRandom random) {
    this.library = library;
    this.key = key;
    this.certificate = certificate;
    this.random = random;
  }

  static Authority make(String library, Instant now, SecureRandom random) {
    KeyPair pair = CurveKeys.generate(random);
    X500Name name = new X500NameBuilder().addRDN(BCStyle.CN, library).build();
    Instant from = now.truncatedTo(ChronoUnit.SECONDS);
    Validity validity =
        new Validity(from.minus(EARLIER), from.plus(Duration.ofDays(YEARS * 365L + YEARS / 4)));
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    add(extensions, Extension.basicConstraints, true, new BasicConstraints(0));
    add(
        extensions,
        Extension.keyUsage,
        true,
        new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    X509Certificate certificate = new CertificateSigner(name, pair.getPrivate(), random)
        .sign(name, info(pair), validity, extensions.generate());
    return new Authority(library, pair.getPrivate(), certificate, random);
  }

  X509Certificate certificate() {
    return certificate;
  }

  PrivateKey key() {
    return key;
  }

  X509Certificate issue(CertificateRequest request, Instant now) {
    X500Name subject = new X500NameBuilder()
        .addRDN(BCStyle.O, library)
        .addRDN(BCStyle.CN, request.kiosk())
        .build();
    ExtensionsGenerator extensions = leaf(KeyPurposeId.id_kp_clientAuth);
    return signer().sign(subject, request.key(), validity(now, KIOSK_LIFE), extensions.generate());
  }

  /** With a key of its own that never leaves this process. */
  ServerIdentity issueServer(List<String> names, Instant now) {
    KeyPair pair = CurveKeys.generate(random);
    X500Name subject = new X500NameBuilder()
        .addRDN(BCStyle.O, library)
        .addRDN(BCStyle.CN, "central")
        .build();
    ExtensionsGenerator extensions = leaf(KeyPurposeId.id_kp_serverAuth);
    GeneralName[] general = names.stream().map(Authority::name).toArray(GeneralName[]::new);
    add(extensions, Extension.subjectAlternativeName, false, new GeneralNames(general));
    Extensions all = extensions.generate();
    X509Certificate leaf = signer().sign(subject, info(pair), validity(now, SERVER_LIFE), all);
    return new ServerIdentity(pair.getPrivate(), List.of(leaf, certificate));
  }

  private CertificateSigner signer() {
    X500Name issuer = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    return new CertificateSigner(issuer, key, random);
  }

  private static Validity validity(Instant now, Duration life) {
    Instant from = now.truncatedTo(ChronoUnit.SECONDS).minus(EARLIER);
    return new Validity(from, from.plus(life));
  }

  private static ExtensionsGenerator leaf(KeyPurposeId purpose) {
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    add(extensions, Extension.basicConstraints, true, new BasicConstraints(false));
    add(extensions, Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    add(extensions, Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
    return extensions;
  }

  private static GeneralName name(String name) {
    if (ServerName.isAddress(name)) {
      byte[] address = InetAddress.ofLiteral(name).getAddress();
      return new GeneralName(GeneralName.iPAddress, new DEROctetString(address));
    }
    return new GeneralName(GeneralName.dNSName, name);
  }

  private static SubjectPublicKeyInfo info(KeyPair pair) {
    return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
  }

  private static void add(
      ExtensionsGenerator extensions,
      ASN1ObjectIdentifier name,
      boolean critical,
      ASN1Encodable value) {
    try {
      extensions.addExtension(name, critical, value);
    } catch (IOException e) {
      throw new UncheckedIOException("an extension always has a DER encoding", e);
    }
  }
}
