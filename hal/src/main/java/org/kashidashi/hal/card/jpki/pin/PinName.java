package org.kashidashi.hal.card.jpki.pin;

/** The two PINs of four digits that linking needs; their holder may have made them the same. */
public enum PinName {
  /** 利用者証明用電子証明書の暗証番号. */
  USER_AUTHENTICATION,
  /** 券面事項入力補助用の暗証番号. */
  CARD_FACE_INPUT
}
