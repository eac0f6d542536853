package org.kashidashi.kiosk.counter;

import org.kashidashi.hal.card.jpki.CardReading;
import org.kashidashi.hal.card.jpki.pin.CardTrouble;
import org.kashidashi.kiosk.identity.Identification;

/** The one place where what is wrong with a card becomes words of the desk. */
final class Obstacles {
  private Obstacles() {}

  static CardObstacle of(Identification.NotIdentified reason) {
    return switch (reason) {
      case Identification.CardExpired _ -> CardObstacle.CERTIFICATE_EXPIRED;
      case Identification.ClockOrCertificate _, Identification.Untrusted _ ->
        CardObstacle.UNTRUSTED;
      case Identification.NotProved _ -> CardObstacle.NOT_PROVED;
      case Identification.Damaged _ -> CardObstacle.DAMAGED;
      case Identification.Phone _ -> CardObstacle.PHONE;
      case Identification.Juki _ -> CardObstacle.JUKI_CARD;
      case Identification.NoCertificate _ -> CardObstacle.NO_CERTIFICATE;
      case Identification.OtherCard _ -> CardObstacle.OTHER_CARD;
      case Identification.Moved _ -> CardObstacle.MOVED;
      case Identification.NoCard _ -> CardObstacle.NO_CARD;
      case Identification.Mute _ -> CardObstacle.MUTE;
      case Identification.Collision _ -> CardObstacle.COLLISION;
      case Identification.ReaderDown _ -> CardObstacle.READER_DOWN;
      case Identification.OldMethodOnly _ -> CardObstacle.OLD_METHOD;
      case Identification.Unlinked _ -> CardObstacle.UNLINKED;
      case Identification.Reissued _ -> CardObstacle.REISSUED;
      case Identification.Stopped _ -> CardObstacle.STOPPED;
      case Identification.AuthorityUnavailable _ -> CardObstacle.AUTHORITY_AWAY;
      case Identification.RegistryUnreachable _ -> CardObstacle.REGISTRY_AWAY;
    };
  }

  /** What lies there instead of a card that has PINs. */
  static CardObstacle of(CardReading reading) {
    return switch (reading) {
      // Whoever asks has no session, so it cannot be worked on, certificate or not.
      case CardReading.CertificateRead _, CardReading.CertificateAnswered _ -> CardObstacle.MOVED;
      case CardReading.Phone _ -> CardObstacle.PHONE;
      case CardReading.JukiCard _ -> CardObstacle.JUKI_CARD;
      case CardReading.NoCertificate _ -> CardObstacle.NO_CERTIFICATE;
      case CardReading.OtherCard _ -> CardObstacle.OTHER_CARD;
      case CardReading.DamagedCertificate _ -> CardObstacle.DAMAGED;
      case CardReading.Moved _ -> CardObstacle.MOVED;
      case CardReading.Mute _ -> CardObstacle.MUTE;
      case CardReading.Collision _ -> CardObstacle.COLLISION;
      case CardReading.NoCard _ -> CardObstacle.NO_CARD;
      case CardReading.ReaderDown _ -> CardObstacle.READER_DOWN;
    };
  }

  static CardObstacle of(CardTrouble trouble) {
    return switch (trouble) {
      case CardTrouble.Moved _ -> CardObstacle.MOVED;
      case CardTrouble.Mute _ -> CardObstacle.MUTE;
      case CardTrouble.Collision _ -> CardObstacle.COLLISION;
      case CardTrouble.ReaderDown _ -> CardObstacle.READER_DOWN;
      case CardTrouble.Unexpected _ -> CardObstacle.CARD_REFUSES;
    };
  }
}
