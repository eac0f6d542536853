package org.kashidashi.central.http;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.CardKey;
import org.kashidashi.sync.registry.PersonDetails;
import org.kashidashi.sync.registry.PinProof;
import org.kashidashi.sync.registry.PresentedCertificate;
import org.kashidashi.sync.registry.counter.FormKey;
import org.kashidashi.sync.registry.counter.LinkApplication;
import org.kashidashi.sync.registry.counter.LinkApplication.Holder;
import org.kashidashi.sync.registry.counter.LinkApplication.Shown;
import org.kashidashi.sync.registry.counter.LinkChallenge;
import org.kashidashi.sync.registry.counter.Registration;

/** Applications for links and library cards, out of JSON. */
final class ApplicationJson {
  /** Certificates of persons have about 1,500. */
  private static final int CERTIFICATE_BYTES_MAXIMUM = 4096;

  /** A key of 4,096 bits. */
  private static final int SIGNATURE_BYTES_MAXIMUM = 512;

  private static final int CARD_KEY_BYTES_MAXIMUM = 1024;

  private static final Pattern TELEPHONE = Pattern.compile("[0-9+-]{0,20}");

  /** Whose library card a link is made to. */
  private enum HolderKind {
    HAS_CARD,
    MIGRATING,
    NEWCOMER
  }

  private ApplicationJson() {}

  static LinkApplication link(Members members) throws RefusedException {
    Holder holder = holder(members.object("holder"));
    boolean consent = members.flag("consent");
    boolean holderChecked = members.flag("holder_checked");
    PinProof proof = proof(members.object("proof"));
    Optional<CardKey> cardKey =
        members.has("card_key") ? Optional.of(cardKey(members)) : Optional.empty();
    members.end();
    return new LinkApplication(holder, consent, holderChecked, proof, cardKey);
  }

  /** Takes all members of the object. */
  static Registration registration(Members members) throws RefusedException {
    Members details = members.object("details");
    String name = details.text("name");
    String address = details.text("address");
    var birthDate = details.date("birth_date");
    Optional<PersonDetails.Sex> sex = details.has("sex")
        ? Optional.of(details.oneOf("sex", PersonDetails.Sex.class))
        : Optional.empty();
    details.end();
    String telephone = members.text("telephone", TELEPHONE);
    Registration.Residence residence = members.oneOf("residence", Registration.Residence.class);
    Registration.Document document = members.oneOf("document", Registration.Document.class);
    boolean addressShown = members.flag("address_shown");
    boolean commuteProof = members.flag("commute_proof_shown");
    Optional<FormKey> key =
        members.has("key") ? Optional.of(members.value("key", FormKey::new)) : Optional.empty();
    members.end();
    try {
      return new Registration(
          new PersonDetails(name, address, birthDate, sex),
          telephone,
          residence,
          document,
          addressShown,
          commuteProof,
          key);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Refusal.MEANINGLESS, "details: " + e.getMessage(), e);
    }
  }

  private static Holder holder(Members members) throws RefusedException {
    Holder holder = switch (members.oneOf("kind", HolderKind.class)) {
      case HAS_CARD ->
        new Holder.HasCard(
            members.value("patron", PatronId::new), members.oneOf("shown", Shown.class));
      case MIGRATING ->
        new Holder.Migrating(
            members.value("patron", PatronId::new), members.oneOf("shown", Shown.class));
      case NEWCOMER -> new Holder.Newcomer(registration(members.object("registration")));
    };
    members.end();
    return holder;
  }

  private static PinProof proof(Members members) throws RefusedException {
    PresentedCertificate certificate =
        certificate(members.bytes("certificate", CERTIFICATE_BYTES_MAXIMUM));
    byte[] challenge = members.bytes("challenge", LinkChallenge.BYTES);
    byte[] signature = members.bytes("signature", SIGNATURE_BYTES_MAXIMUM);
    members.end();
    return new PinProof(certificate, challenge, signature);
  }

  private static PresentedCertificate certificate(byte[] der) throws RefusedException {
    try {
      if (CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der))
          instanceof X509Certificate certificate) {
        return new PresentedCertificate(
            der, certificate.getIssuerX500Principal().getEncoded(), certificate.getSerialNumber());
      }
    } catch (CertificateException e) {
      throw new RefusedException(
          Refusal.MEANINGLESS, "proof.certificate must be a certificate of X.509 in DER", e);
    }
    throw RefusedException.meaningless("proof.certificate must be a certificate of X.509 in DER");
  }

  private static CardKey cardKey(Members members) throws RefusedException {
    byte[] spki = members.bytes("card_key", CARD_KEY_BYTES_MAXIMUM);
    try {
      KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(spki));
      return new CardKey(spki);
    } catch (GeneralSecurityException e) {
      throw new RefusedException(
          Refusal.MEANINGLESS, "card_key must be a public key of RSA in DER", e);
    }
  }
}
