package org.kashidashi.sync.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/** A card of an invented person: its certificate, and the key that signs after a PIN. */
public final class TestCard {
  private static final Instant NOW = Instant.parse("2026-11-20T05:05:00Z");
  private static final byte[] CHALLENGE = new byte[32];
  private static final AlgorithmIdentifier ALGORITHM =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);

  private final KeyPair pair;
  private final PresentedCertificate certificate;

  public TestCard(String subject) throws GeneralSecurityException, IOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    this.pair = generator.generateKeyPair();
    this.certificate = issue(subject);
  }

  public PresentedCertificate certificate() {
    return certificate;
  }

  /** SubjectPublicKeyInfo of its key, DER. */
  public byte[] spki() {
    return pair.getPublic().getEncoded();
  }

  public PinProof proof() throws GeneralSecurityException {
    return new PinProof(certificate, CHALLENGE, signature());
  }

  /** Over a challenge that somebody gave out. */
  public PinProof proof(byte[] challenge) throws GeneralSecurityException {
    return new PinProof(certificate, challenge, signed(challenge));
  }

  /** Over a challenge that this card has not signed. */
  public PinProof proofOfAnotherChallenge() throws GeneralSecurityException {
    byte[] other = new byte[32];
    Arrays.fill(other, (byte) 1);
    return new PinProof(certificate, other, signature());
  }

  /** With this card's signature below somebody else's certificate. */
  public PinProof proofAs(TestCard other) throws GeneralSecurityException {
    return new PinProof(other.certificate, CHALLENGE, signature());
  }

  private byte[] signature() throws GeneralSecurityException {
    return signed(CHALLENGE);
  }

  private byte[] signed(byte[] bytes) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(pair.getPrivate());
    signature.update(bytes);
    return signature.sign();
  }

  private PresentedCertificate issue(String subject) throws GeneralSecurityException, IOException {
    X500Name name = new X500Name("C=JP,O=KASHIDASHI TEST,CN=" + subject);
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new ASN1Integer(1));
    generator.setIssuer(name);
    generator.setSubject(name);
    generator.setStartDate(new Time(Date.from(NOW.minus(Duration.ofDays(1)))));
    generator.setEndDate(new Time(Date.from(NOW.plus(Duration.ofDays(1800)))));
    generator.setSubjectPublicKeyInfo(
        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
    generator.setSignature(ALGORITHM);
    TBSCertificate wish = generator.generateTBSCertificate();
    byte[] der = new DERSequence(
            new ASN1Encodable[] {wish, ALGORITHM, new DERBitString(signed(wish.getEncoded("DER")))})
        .getEncoded("DER");
    X509Certificate parsed = (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    return new PresentedCertificate(
        der, parsed.getIssuerX500Principal().getEncoded(), BigInteger.ONE);
  }
}
