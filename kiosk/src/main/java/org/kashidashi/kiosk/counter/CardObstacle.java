package org.kashidashi.kiosk.counter;

/** Why a card on the reader does not serve, in the words of a desk. */
public enum CardObstacle {
  NO_CARD,
  /** It was taken away, or slipped. */
  MOVED,
  MUTE,
  COLLISION,
  READER_DOWN,
  /** No My Number Card. */
  OTHER_CARD,
  JUKI_CARD,
  PHONE,
  NO_CERTIFICATE,
  DAMAGED,
  CERTIFICATE_EXPIRED,
  UNTRUSTED,
  /** Perhaps a copy, or linked before the library asked for more. */
  NOT_PROVED,
  /** A face-authentication card, which has no PIN. */
  NO_PIN,
  /** It does not do what it is asked for, though the PIN was right. */
  CARD_REFUSES,
  UNLINKED,
  OLD_METHOD,
  REISSUED,
  STOPPED,
  AUTHORITY_AWAY,
  REGISTRY_AWAY
}
