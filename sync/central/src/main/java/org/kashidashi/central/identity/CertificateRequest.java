package org.kashidashi.central.identity;

import java.io.IOException;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * What a kiosk asks a certificate for: PKCS #10 (RFC 2986), proven to come from the key's holder.
 *
 * @param kiosk the common name; nothing else of the subject, and no attribute, is looked at
 */
record CertificateRequest(String kiosk, SubjectPublicKeyInfo key) {
  /** A request for a P-256 key takes about 250. */
  private static final int BYTES_MAXIMUM = 2048;

  private static final int RDNS_MAXIMUM = 8;
  private static final AlgorithmIdentifier SIGNATURE =
      new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

  /** Takes exactly the one DER encoding: what is signed is then what is read. */
  static CertificateRequest parse(byte[] bytes) throws RequestRefusedException {
    if (bytes.length > BYTES_MAXIMUM) {
      throw new RequestRefusedException(
          "the request has %d bytes, need at most %d".formatted(bytes.length, BYTES_MAXIMUM));
    }
    try {
      CertificationRequest request = CertificationRequest.getInstance(bytes);
      if (request == null || !Arrays.equals(request.getEncoded(ASN1Encoding.DER), bytes)) {
        throw new RequestRefusedException("the request is not in DER");
      }
      return checked(request);
    } catch (IOException
        | IllegalArgumentException
        | IllegalStateException
        | ClassCastException e) {
      // The library casts what it has not looked at.
      throw new RequestRefusedException("the request is no PKCS #10 in DER", e);
    }
  }

  private static CertificateRequest checked(CertificationRequest request)
      throws IOException, RequestRefusedException {
    CertificationRequestInfo content = request.getCertificationRequestInfo();
    if (!SIGNATURE.equals(request.getSignatureAlgorithm())
        || request.getSignature().getPadBits() != 0) {
      throw new RequestRefusedException("the request must be signed with ecdsa-with-SHA256");
    }
    PublicKey key;
    try {
      key = CurveKeys.decode(content.getSubjectPublicKeyInfo());
    } catch (InvalidKeySpecException e) {
      throw new RequestRefusedException("the request needs an uncompressed P-256 key", e);
    }
    byte[] signed = content.getEncoded(ASN1Encoding.DER);
    if (!CurveKeys.verifies(key, signed, request.getSignature().getOctets())) {
      throw new RequestRefusedException("the request is not signed by the key that it names");
    }
    return new CertificateRequest(
        commonName(content.getSubject()), content.getSubjectPublicKeyInfo());
  }

  private static String commonName(X500Name subject) throws RequestRefusedException {
    RDN[] names = subject.getRDNs(BCStyle.CN);
    if (subject.size() > RDNS_MAXIMUM || names.length != 1 || names[0].isMultiValued()) {
      throw new RequestRefusedException("the request needs one common name");
    }
    return IETFUtils.valueToString(names[0].getFirst().getValue());
  }
}
