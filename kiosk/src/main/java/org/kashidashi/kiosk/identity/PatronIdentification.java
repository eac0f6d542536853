package org.kashidashi.kiosk.identity;

import org.kashidashi.hal.card.jpki.CardReading;
import org.kashidashi.hal.card.jpki.CertificateBytes;
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
 * <p>Blocks for as long as the resolver and the registry do; any thread but the session's.
 */
public final class PatronIdentification {
  private final CertificateCheck check;
  private final IdentityResolver resolver;
  private final LinkRegistry registry;

  public PatronIdentification(
      CertificateCheck check, IdentityResolver resolver, LinkRegistry registry) {
    this.check = check;
    this.resolver = resolver;
    this.registry = registry;
  }

  public Identification identify(CardReading reading) {
    return switch (reading) {
      case CardReading.CertificateRead(CertificateBytes certificate) -> identify(certificate);
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

  private Identification identify(CertificateBytes certificate) {
    return switch (check.check(certificate)) {
      case CertificateVerdict.Valid(PresentedCertificate presented) ->
        resolved(resolver.resolve(presented));
      case CertificateVerdict.Expired(var notAfter) -> new Identification.CardExpired(notAfter);
      case CertificateVerdict.NotYetValid(var notBefore) ->
        new Identification.ClockOrCertificate(notBefore);
      case CertificateVerdict.Untrusted(var reason) -> new Identification.Untrusted(reason.name());
      case CertificateVerdict.Unfit(var reason) -> new Identification.Untrusted(reason.name());
      case CertificateVerdict.Malformed(String reason) -> new Identification.Damaged(reason);
    };
  }

  private Identification resolved(Resolution resolution) {
    return switch (resolution) {
      case Resolution.Resolved(PersonIdentifier person) -> linked(registry.find(person));
      case Resolution.OldMethodOnly _ -> new Identification.OldMethodOnly();
      case Resolution.UnknownPerson _ -> new Identification.Unlinked();
      case Resolution.Revoked _, Resolution.Suspended _ -> new Identification.Stopped();
      case Resolution.Unavailable(String reason) -> new Identification.AuthorityUnavailable(reason);
    };
  }

  private static Identification linked(LinkAnswer answer) {
    return switch (answer) {
      case LinkAnswer.Linked(var patron) -> new Identification.Identified(patron);
      case LinkAnswer.NotLinked _ -> new Identification.Unlinked();
      case LinkAnswer.Reissued _ -> new Identification.Reissued();
      case LinkAnswer.Unreachable(String reason) -> new Identification.RegistryUnreachable(reason);
    };
  }
}
