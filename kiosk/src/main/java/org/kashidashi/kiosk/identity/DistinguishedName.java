package org.kashidashi.kiosk.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** A name in a certificate, attribute by attribute, in its order (RFC 5280, 4.1.2.4). */
record DistinguishedName(List<Attribute> attributes) {
  /** One attribute; its value as it was written, control characters and all. */
  record Attribute(ASN1ObjectIdentifier type, String value) {
    @Override
    public String toString() {
      String known = BCStyle.INSTANCE.oidToDisplayName(type);
      return (known == null ? type.getId() : known) + "=" + value;
    }
  }

  DistinguishedName {
    attributes = List.copyOf(attributes);
  }

  /** The library's own reader of names casts unchecked, so the structure is walked here. */
  static DistinguishedName read(X500Name name) throws MalformedCertificateException {
    List<Attribute> attributes = new ArrayList<>();
    for (ASN1Encodable part : sequence(name)) {
      if (!(part.toASN1Primitive() instanceof ASN1Set set) || set.size() == 0) {
        throw new MalformedCertificateException("a part of a name is no set of attributes");
      }
      for (ASN1Encodable attribute : set) {
        attributes.add(attribute(sequence(attribute)));
      }
    }
    return new DistinguishedName(attributes);
  }

  private static ASN1Sequence sequence(ASN1Encodable value) throws MalformedCertificateException {
    if (value.toASN1Primitive() instanceof ASN1Sequence sequence) {
      return sequence;
    }
    throw new MalformedCertificateException("a name is no sequence");
  }

  private static Attribute attribute(ASN1Sequence pair) throws MalformedCertificateException {
    if (pair.size() == 2
        && pair.getObjectAt(0) instanceof ASN1ObjectIdentifier type
        && pair.getObjectAt(1) instanceof ASN1String text) {
      return new Attribute(type, text.getString());
    }
    throw new MalformedCertificateException("an attribute of a name is no type and text");
  }

  @Override
  public String toString() {
    return attributes.stream().map(Attribute::toString).collect(Collectors.joining(","));
  }
}
