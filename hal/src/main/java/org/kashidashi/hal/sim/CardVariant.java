package org.kashidashi.hal.sim;

/** The kinds of card that a kiosk meets, as the simulator makes them. */
public enum CardVariant {
  NORMAL,
  /** The user-authentication certificate ran out yesterday. */
  CERTIFICATE_EXPIRED,
  /** The certificate begins tomorrow, or the kiosk's clock is behind. */
  NOT_YET_VALID,
  /** The holder declined the certificates: the file is there and holds filler alone. */
  NO_CERTIFICATE,
  /** 顔認証マイナンバーカード: a user-authentication certificate whose PIN cannot be used. */
  FACE_AUTHENTICATION,
  /** 住民基本台帳カード: the same application under an older label. */
  JUKI,
  PHONE_ANDROID,
  PHONE_IPHONE,
  DRIVERS_LICENCE,
  RESIDENCE_CARD,
  TRANSIT,
  /** The certificate breaks off in the middle; its header still promises all of it. */
  DAMAGED_CERTIFICATE,
  /** The certificate names the known authority but another key signed it. */
  UNKNOWN_AUTHORITY,
  /** Answers each command, but so slowly that no attempt ends in time. */
  SLOW,
  /** Answers 6F00 to the first command after power-up. */
  FIRST_COMMAND_6F00,
  /** Refuses READ BINARY with a short file identifier. */
  NO_SFI
}
