package org.kashidashi.hal.sim;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.kashidashi.hal.card.jpki.CertificateBytes;
import org.kashidashi.hal.sim.CardFile.Reference;
import org.kashidashi.hal.sim.CardFile.SigningKey;
import org.kashidashi.hal.sim.CardFile.Transparent;

/**
 * Lays out the applications of a My Number Card as real cards have them.
 *
 * <p>Ours, because no public source describes it: the inner layout of the signed public key files,
 * and the number of tries of the reference numbers A and B. Left out: the card-verifiable
 * certificates, the common and the resident register application.
 */
final class CardApplications {
  private static final String JPKI = "D392F000260100000001";
  private static final String CARD_FACE_INPUT = "D3921000310001010408";
  private static final String CARD_FACE_CHECK = "D3921000310001010402";

  private static final int PIN_TRIES = 3;
  private static final int PASSWORD_TRIES = 5;
  private static final int REFERENCE_TRIES = 10;
  private static final int CERTIFICATE_FILE = 2048;

  private static final byte PRESENT = (byte) 0x8F;
  private static final byte ABSENT = 0x00;

  private final TestHierarchy hierarchy;
  private final InstantSource clock;

  /** Of the key that most cards share: signing takes long. */
  private final byte[] sharedKey;

  CardApplications(TestHierarchy hierarchy, InstantSource clock) {
    this.hierarchy = hierarchy;
    this.clock = clock;
    this.sharedKey = signedPublicKey(hierarchy.cardKey(), hierarchy.second());
  }

  /** 公的個人認証AP as a phone offers it: the certificate is kept by the PIN. */
  CardApplication phone(TokenLabel label, CardHolder holder, byte[] certificateFile) {
    CardPin pin = CardPin.of(holder.pin(), PIN_TRIES);
    return jpki(label, pin, new Transparent(certificateFile, List.of(pin)), Map.of());
  }

  /** 公的個人認証AP with both certificates. */
  CardApplication jpki(TokenLabel label, CardHolder holder, byte[] certificateFile) {
    CardPin password = CardPin.of(holder.signaturePassword(), PASSWORD_TRIES);
    byte[] signatureFile = certificateFile(signatureCertificate(holder));
    return jpki(
        label,
        CardPin.of(holder.pin(), PIN_TRIES),
        Transparent.open(certificateFile),
        Map.of(
            0x0001, new Transparent(signatureFile, List.of(password)),
            0x001A, new SigningKey(hierarchy.cardKey(), List.of(password)),
            0x001B, new Reference(password)));
  }

  /** 公的個人認証AP without a signature certificate, its PIN out of use. */
  CardApplication faceAuthentication(byte[] certificateFile) {
    return jpki(
        TokenLabel.MY_NUMBER_CARD, CardPin.unusable(), Transparent.open(certificateFile), Map.of());
  }

  private CardApplication jpki(
      TokenLabel label, CardPin pin, Transparent certificate, Map<Integer, CardFile> others) {
    boolean hasCertificate = certificate.content()[0] != (byte) 0xFF;
    byte[] availability = {
      others.isEmpty() ? ABSENT : PRESENT, hasCertificate ? PRESENT : ABSENT, ABSENT
    };
    Map<Integer, CardFile> files = new HashMap<>(others);
    files.put(0x0002, Transparent.open(certificateFile(hierarchy.signature().certificate())));
    files.put(0x0006, Transparent.open(label.file()));
    files.put(0x0008, Transparent.open(availability));
    files.put(0x000A, certificate);
    files.put(0x000B, Transparent.open(certificateFile(hierarchy.second().certificate())));
    files.put(0x0017, new SigningKey(hierarchy.cardKey(), List.of(pin)));
    files.put(0x0018, new Reference(pin));
    return new CardApplication(JPKI, files);
  }

  /** 券面事項入力補助AP: text for forms, a key that answers a challenge without a credential. */
  CardApplication cardFaceInput(CardHolder holder, TestKey key) {
    CardPin pin = CardPin.of(holder.inputPin(), PIN_TRIES);
    CardPin a = CardPin.of(CardHolder.INDIVIDUAL_NUMBER, REFERENCE_TRIES);
    CardPin b = CardPin.of(CardHolder.REFERENCE_B, REFERENCE_TRIES);
    byte[] attributes = Tlv.of(
        0xFF20,
        Tlv.of(0xDF22, utf8(holder.name())),
        Tlv.of(0xDF23, utf8("架空県架空市99999番地")),
        Tlv.of(0xDF24, utf8("20000101")),
        Tlv.of(0xDF25, utf8("1")));
    byte[] number = Tlv.of(0xFF10, utf8(CardHolder.INDIVIDUAL_NUMBER));
    return new CardApplication(
        CARD_FACE_INPUT,
        Map.of(
            CardApplication.IMPLICIT_KEY,
            new SigningKey(key, List.of()),
            0x0001,
            new Transparent(number, List.of(pin, a)),
            0x0002,
            new Transparent(attributes, List.of(pin, b)),
            0x0005,
            Transparent.open(Tlv.of(0xFF40, new byte[4], new byte[16])),
            0x0007,
            new Transparent(publicKey(key), List.of(pin, a, b)),
            0x0011,
            new Reference(pin),
            0x0014,
            new Reference(a),
            0x0015,
            new Reference(b)));
  }

  /** 券面事項確認AP: what is printed on the card, behind the reference numbers. */
  CardApplication cardFaceCheck() {
    CardPin birth = CardPin.of(CardHolder.REFERENCE_B.substring(0, 6), REFERENCE_TRIES);
    CardPin b = CardPin.of(CardHolder.REFERENCE_B, REFERENCE_TRIES);
    CardPin a = CardPin.of(CardHolder.INDIVIDUAL_NUMBER, REFERENCE_TRIES);
    byte[] basics = Tlv.of(0xDF31, utf8("01"), utf8("99999"));
    return new CardApplication(
        CARD_FACE_CHECK,
        Map.of(
            CardApplication.IMPLICIT_KEY,
            new SigningKey(hierarchy.cardKey(), List.of()),
            0x0002,
            new Transparent(publicKey(hierarchy.cardKey()), List.of(a, b)),
            0x0003,
            Transparent.open(basics),
            0x0011,
            new Reference(birth),
            0x0012,
            new Reference(b),
            0x0013,
            new Reference(a)));
  }

  /** Signed by the second authority's key. */
  private byte[] publicKey(TestKey key) {
    return key.equals(hierarchy.cardKey())
        ? sharedKey.clone()
        : signedPublicKey(key, hierarchy.second());
  }

  /** Modulus and exponent (ISO/IEC 7816-8, 9.3). */
  private static byte[] signedPublicKey(TestKey key, TestAuthority authority) {
    SubjectPublicKeyInfo encoded = key.publicKey();
    byte[] template = Tlv.of(0x7F49, encoded.getPublicKeyData().getOctets());
    return Tlv.of(0x7F21, template, Tlv.of(0x5F37, authority.sign(template)));
  }

  private CertificateBytes signatureCertificate(CardHolder holder) {
    Instant now = clock.instant();
    return hierarchy
        .signature()
        .issue(
            new LeafProfile(
                holder.subjectCode(),
                holder.certificateSerial().add(BigInteger.ONE),
                now.minus(1, ChronoUnit.DAYS),
                now.plus(365, ChronoUnit.DAYS),
                CertificatePolicy.TEST_SIGNATURE,
                Set.of(CertificateUse.DIGITAL_SIGNATURE, CertificateUse.NON_REPUDIATION),
                0),
            hierarchy.cardKey());
  }

  /** The certificate at the start of its file, filled up as on real cards. */
  static byte[] certificateFile(CertificateBytes certificate) {
    return Transparent.filled(certificate.der(), CERTIFICATE_FILE);
  }

  /** The file of a holder who declined the certificate. */
  static byte[] emptyCertificateFile() {
    return Transparent.filled(new byte[0], CERTIFICATE_FILE);
  }

  /** The first half of the certificate; the rest is filler, as after an interrupted writing. */
  static byte[] damagedCertificateFile(CertificateBytes certificate) {
    byte[] half = Arrays.copyOf(certificate.der(), certificate.length() / 2);
    return Transparent.filled(half, CERTIFICATE_FILE);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
