package org.kashidashi.hal.card.jpki.pin;

import org.kashidashi.hal.card.jpki.ApplicationIdentifier;
import org.kashidashi.hal.card.jpki.CardLayout;
import org.kashidashi.hal.card.jpki.FileIdentifier;

/**
 * Where a generation of cards keeps what the PINs open, as data. The individual number and the
 * signature certificate have no place in it.
 *
 * @param card what is read without a PIN
 * @param userAuthentication 公的個人認証AP and its PIN's EF
 * @param signingKey the private key of the user-authentication certificate, in the same application
 * @param cardFaceInput 券面事項入力補助AP and its PIN's EF
 * @param cardKeyFile the signed public key of that application
 */
public record PinLayout(
    CardLayout card,
    Place userAuthentication,
    FileIdentifier signingKey,
    Place cardFaceInput,
    FileIdentifier cardKeyFile) {
  /** Where a PIN is. */
  public record Place(ApplicationIdentifier application, FileIdentifier file) {}

  /** The cards in use since 2016. */
  public static PinLayout current() {
    CardLayout card = CardLayout.current();
    return new PinLayout(
        card,
        new Place(card.application(), new FileIdentifier(0x0018)),
        new FileIdentifier(0x0017),
        new Place(card.challengeApplication(), new FileIdentifier(0x0011)),
        new FileIdentifier(0x0007));
  }

  Place of(PinName pin) {
    return switch (pin) {
      case USER_AUTHENTICATION -> userAuthentication;
      case CARD_FACE_INPUT -> cardFaceInput;
    };
  }
}
