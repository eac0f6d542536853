package org.kashidashi.kiosk.identity;

import org.kashidashi.hal.card.jpki.CardReading;
import org.kashidashi.hal.card.jpki.CertificateBytes;
import org.kashidashi.hal.card.jpki.ChallengeAnswer;
import org.kashidashi.kiosk.identity.Identification.NotProved;
import org.kashidashi.kiosk.identity.Identification.NotProved.Lack;
import org.kashidashi.sync.registry.IdentityResolver;
import org.kashidashi.sync.registry.LinkAnswer;
import org.kashidashi.sync.registry.LinkRegistry;
import org.kashidashi.sync.registry.PersonIdentifier;
import org.kashidashi.sync.registry.PresentedCertificate;
import org.kashidashi.sync.registry.Resolution;

/**
 * Goes from what the card reader found to a patron: certificate, authority, link.
 *
 * <p>Nothing is stored here. The link is looked up by the identifier that the authority gives out;
 * the certificate's serial number is no key of anything.
 *
 * <p>So a link of the method withdrawn in May 2024 (E-102) is known from the authority's word alone.
 * The digests of old links that a library may load into central serve the migration at its counter:
 * to ask for them from here, an interface would have to be keyed by the serial number, which the law
 * in force since then leaves no room for. Whom the authority does not know is not linked (E-101),
 * and is sent to the same counter.
 *
 * <p>Blocks for as long as the resolver and the registry do; any thread but the session's.
 */
public final class PatronIdentification {
  private final CertificateCheck check;
  private final IdentityResolver resolver;
  private final LinkRegistry registry;
  private final LeastProof leastProof;

  /** What a reading proves towards the link that was found. */
  private interface Proof {
    Identification of(LinkAnswer.Linked link);
  }

  /**
   * @param leastProof with {@link LeastProof#CARD_CHALLENGE} only readings with an answer are taken
   */
  public PatronIdentification(
      CertificateCheck check,
      IdentityResolver resolver,
      LinkRegistry registry,
      LeastProof leastProof) {
    this.check = check;
    this.resolver = resolver;
    this.registry = registry;
    this.leastProof = leastProof;
  }

  public Identification identify(CardReading reading) {
    return switch (reading) {
      case CardReading.CertificateRead(CertificateBytes certificate) ->
        identify(certificate, this::withoutAnswer);
      case CardReading.CertificateAnswered(CertificateBytes certificate, ChallengeAnswer answer) ->
        identify(certificate, link -> withAnswer(link, answer));
      case CardReading.Phone _ -> new Identification.Phone();
      case CardReading.JukiCard _ -> new Identification.Juki();
      case CardReading.NoCertificate _ -> new Identification.NoCertificate();
      case CardReading.OtherCard(CardReading.OtherCard.Kind kind) ->
        new Identification.OtherCard(kind);
      case CardReading.DamagedCertificate(String reason) -> new Identification.Damaged(reason);
      case CardReading.Moved _ -> new Identification.Moved();
      case CardReading.Mute _ -> new Identification.Mute();
      case CardReading.Collision _ -> new Identification.Collision();
      case CardReading.NoCard _ -> new Identification.NoCard();
      case CardReading.ReaderDown(String reason) -> new Identification.ReaderDown(reason);
    };
  }

  private Identification identify(CertificateBytes certificate, Proof proof) {
    return switch (check.check(certificate)) {
      case CertificateVerdict.Valid(PresentedCertificate presented) ->
        resolved(resolver.resolve(presented), proof);
      case CertificateVerdict.Expired(var notAfter) -> new Identification.CardExpired(notAfter);
      case CertificateVerdict.NotYetValid(var notBefore) ->
        new Identification.ClockOrCertificate(notBefore);
      case CertificateVerdict.Untrusted(var reason) -> new Identification.Untrusted(reason.name());
      case CertificateVerdict.Unfit(var reason) -> new Identification.Untrusted(reason.name());
      case CertificateVerdict.Malformed(String reason) -> new Identification.Damaged(reason);
    };
  }

  private Identification resolved(Resolution resolution, Proof proof) {
    return switch (resolution) {
      case Resolution.Resolved(PersonIdentifier person) -> linked(registry.find(person), proof);
      case Resolution.OldMethodOnly _ -> new Identification.OldMethodOnly();
      case Resolution.UnknownPerson _ -> new Identification.Unlinked();
      case Resolution.Revoked _, Resolution.Suspended _ -> new Identification.Stopped();
      case Resolution.Unavailable(String reason) -> new Identification.AuthorityUnavailable(reason);
    };
  }

  private static Identification linked(LinkAnswer answer, Proof proof) {
    return switch (answer) {
      case LinkAnswer.Linked linked -> proof.of(linked);
      case LinkAnswer.NotLinked _ -> new Identification.Unlinked();
      case LinkAnswer.Reissued _ -> new Identification.Reissued();
      case LinkAnswer.Unreachable(String reason) -> new Identification.RegistryUnreachable(reason);
    };
  }

  private Identification withoutAnswer(LinkAnswer.Linked link) {
    return switch (leastProof) {
      case CERTIFICATE -> new Identification.Identified(link.patron());
      case CARD_CHALLENGE -> new NotProved(Lack.NO_ANSWER);
    };
  }

  /** An answer that was not asked for by a setting does no harm and proves nothing. */
  private Identification withAnswer(LinkAnswer.Linked link, ChallengeAnswer answer) {
    return switch (leastProof) {
      case CERTIFICATE -> new Identification.Identified(link.patron());
      case CARD_CHALLENGE ->
        link.cardKey()
            .<Identification>map(key -> ChallengeCheck.holds(key, answer)
                ? new Identification.Identified(link.patron())
                : new NotProved(Lack.OTHER_KEY))
            .orElse(new NotProved(Lack.NO_KEY_RECORDED));
    };
  }
}
