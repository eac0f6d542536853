package org.kashidashi.sync.ils.central.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.kashidashi.sync.TurnableClock;

/** A central's authority for tests, with certificates as central issues them. */
public final class TestAuthority {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Duration LIFE = Duration.ofDays(180);
  private static final AlgorithmIdentifier ALGORITHM =
      new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

  private final KeyPair pair = pair();
  private final X509Certificate certificate;
  private final X500Name name;
  private long serial = 1;

  public TestAuthority(String library) {
    this.name = new X500Name("CN=" + library);
    this.certificate = issue(
        name,
        pair.getPublic(),
        TurnableClock.START.minus(Duration.ofDays(1)),
        TurnableClock.START.plus(Duration.ofDays(7300)),
        List.of(
            extension(Extension.basicConstraints, new BasicConstraints(true)),
            extension(Extension.keyUsage, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))));
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** The code for this authority with a secret of 16 characters. */
  public String code(String secret) throws GeneralSecurityException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(certificate.getPublicKey().getEncoded());
    StringBuilder code = new StringBuilder(secret);
    BigInteger number = new BigInteger(1, Arrays.copyOf(digest, 10));
    for (int letter = 15; letter >= 0; letter--) {
      code.append(ALPHABET.charAt(number.shiftRight(5 * letter).intValue() & 31));
    }
    return code.toString().replaceAll("(.{4})(?!$)", "$1-");
  }

  /** An identity from a day before, for 180 days. */
  public KioskIdentity identity(String kiosk, Instant now) throws UnfitCertificateException {
    return identity(IdentityRequest.create(kiosk, new SecureRandom()), now);
  }

  KioskIdentity identity(IdentityRequest request, Instant now) throws UnfitCertificateException {
    return request.answered(answer(request.der(), now), encoded(certificate));
  }

  /** The certificate for a request, as central makes it. */
  public byte[] answer(byte[] request, Instant now) {
    var wish = CertificationRequest.getInstance(request).getCertificationRequestInfo();
    X500Name subject = new X500Name(
        wish.getSubject().toString() + ",O=" + name.getRDNs()[0].getFirst().getValue());
    return encoded(issue(
        subject,
        wish.getSubjectPublicKeyInfo(),
        now.minus(Duration.ofDays(1)),
        now.plus(LIFE),
        List.of(
            extension(Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature)),
            extension(
                Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth)))));
  }

  /** Sockets of a server at 127.0.0.1, valid for a year from a day before. */
  public SSLSocketFactory server(Instant now) throws GeneralSecurityException, IOException {
    return server(now, "127.0.0.1", KeyPurposeId.id_kp_serverAuth);
  }

  public SSLSocketFactory server(Instant now, String address, KeyPurposeId purpose)
      throws GeneralSecurityException, IOException {
    KeyPair own = pair();
    X509Certificate server = issue(
        new X500Name("CN=central"),
        own.getPublic(),
        now.minus(Duration.ofDays(1)),
        now.plus(Duration.ofDays(365)),
        List.of(
            extension(
                Extension.subjectAlternativeName,
                new GeneralNames(new GeneralName(
                    GeneralName.iPAddress,
                    new DEROctetString(InetAddress.getByName(address).getAddress())))),
            extension(Extension.extendedKeyUsage, new ExtendedKeyUsage(purpose))));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "server", own.getPrivate(), new char[0], new Certificate[] {server, certificate});
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), new TrustManager[] {new Anybody()}, null);
    return context.getSocketFactory();
  }

  /** Lets every client certificate in; tests look at it themselves. */
  private final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String algorithm) {
      assert chain.length > 0;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String algorithm) {
      throw new UnsupportedOperationException("a server has no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[] {certificate};
    }
  }

  private X509Certificate issue(
      X500Name subject, PublicKey key, Instant start, Instant end, List<Extension> extensions) {
    return issue(
        subject, SubjectPublicKeyInfo.getInstance(key.getEncoded()), start, end, extensions);
  }

  private synchronized X509Certificate issue(
      X500Name subject,
      SubjectPublicKeyInfo key,
      Instant start,
      Instant end,
      List<Extension> extensions) {
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new ASN1Integer(serial++));
    generator.setIssuer(name);
    generator.setSubject(subject);
    generator.setStartDate(new Time(Date.from(start)));
    generator.setEndDate(new Time(Date.from(end)));
    generator.setSubjectPublicKeyInfo(key);
    generator.setSignature(ALGORITHM);
    generator.setExtensions(new Extensions(extensions.toArray(Extension[]::new)));
    try {
      TBSCertificate wish = generator.generateTBSCertificate();
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(pair.getPrivate());
      signature.update(wish.getEncoded("DER"));
      ASN1EncodableVector whole = new ASN1EncodableVector();
      whole.add(wish);
      whole.add(ALGORITHM);
      whole.add(new DERBitString(signature.sign()));
      return (X509Certificate) CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(new DERSequence(whole).getEncoded("DER")));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Extension extension(ASN1ObjectIdentifier type, ASN1Encodable value) {
    try {
      return new Extension(
          type, true, new DEROctetString(value.toASN1Primitive().getEncoded("DER")));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
