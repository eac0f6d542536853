package org.kashidashi.central.identity;

import java.security.KeyPair;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Certificate requests as kiosks make them, for tests. */
public final class TestRequest {
  private TestRequest() {}

  public static byte[] of(String subject, KeyPair pair) throws Exception {
    return of(subject, pair, pair);
  }

  /** Signed by another key than it names, perhaps. */
  static byte[] of(String subject, KeyPair named, KeyPair signing) throws Exception {
    CertificationRequestInfo content = new CertificationRequestInfo(
        new X500Name(subject),
        SubjectPublicKeyInfo.getInstance(named.getPublic().getEncoded()),
        new DERSet());
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(content);
    parts.add(new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256));
    parts.add(new DERBitString(
        CurveKeys.sign(signing.getPrivate(), content.getEncoded(ASN1Encoding.DER))));
    return new DERSequence(parts).getEncoded(ASN1Encoding.DER);
  }

  public static String base64(String subject, KeyPair pair) throws Exception {
    return Base64.getEncoder().encodeToString(of(subject, pair));
  }
}
