package org.kashidashi.hal.card.jpki;

import java.util.List;
import java.util.Map;
import org.kashidashi.hal.card.jpki.CardReading.OtherCard;

/**
 * Where a generation of cards keeps what is read from it, as data: the next generation is another
 * instance.
 *
 * @param application the JPKI application (公的個人認証AP)
 * @param tokenFile begins with the label that tells the kinds of token apart
 * @param certificateFile holds the user-authentication certificate
 * @param challengeApplication answers a challenge without a PIN (券面事項入力補助AP)
 * @param pieceLength how many bytes one READ BINARY asks for
 * @param labels what each whole label, without its trailing blanks, stands for
 * @param others applications of other cards, asked for in this order once ours is not found
 * @param answersToReset parts of an answer to reset that name a kind of card which has no
 *     applications; upper-case hexadecimal
 */
public record CardLayout(
    ApplicationIdentifier application,
    FileIdentifier tokenFile,
    FileIdentifier certificateFile,
    ApplicationIdentifier challengeApplication,
    int pieceLength,
    Map<String, Token> labels,
    List<OtherApplication> others,
    Map<String, OtherCard.Kind> answersToReset) {
  /** What offers the JPKI application. */
  public enum Token {
    MY_NUMBER_CARD,
    JUKI_CARD,
    PHONE
  }

  /** An application that only another kind of card has. */
  public record OtherApplication(ApplicationIdentifier application, OtherCard.Kind kind) {}

  private static final int PIECE_MAX = 256;

  public CardLayout {
    if (pieceLength < 1 || pieceLength > PIECE_MAX) {
      throw new IllegalArgumentException(
          "piece of %d bytes, need 1 to %d".formatted(pieceLength, PIECE_MAX));
    }
    labels = Map.copyOf(labels);
    others = List.copyOf(others);
    answersToReset = Map.copyOf(answersToReset);
  }

  /**
   * The cards in use since 2016.
   *
   * <p>A piece of 224 bytes travels in one ISO/IEC 14443-4 frame of 256, and keeps clear of readers
   * that fail on answers of exactly 256 bytes.
   */
  public static CardLayout current() {
    return new CardLayout(
        new ApplicationIdentifier("D392F000260100000001"),
        new FileIdentifier(0x0006),
        new FileIdentifier(0x000A),
        new ApplicationIdentifier("D3921000310001010408"),
        224,
        Map.of(
            "JPKIAPICCTOKEN2", Token.MY_NUMBER_CARD,
            "JPKIAPICCTOKEN", Token.JUKI_CARD,
            "JPKIAPGPSETOKEN", Token.PHONE,
            "JPKIAPIOSTOKEN", Token.PHONE),
        List.of(
            new OtherApplication(
                new ApplicationIdentifier("A0000002310100000000000000000000"),
                OtherCard.Kind.DRIVERS_LICENCE),
            new OtherApplication(
                new ApplicationIdentifier("D392F0004F0200000000000000000000"),
                OtherCard.Kind.RESIDENCE_CARD)),
        // PC/SC part 3, supplemental document: the RID of the PC/SC workgroup, FeliCa.
        Map.of("A0000003061100", OtherCard.Kind.TRANSIT_CARD));
  }
}
