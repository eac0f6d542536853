package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;

/** What the self-checkout path asks of a card, whatever kind of card it is, and where that ends. */
@ExtendWith(Stages.class)
final class SelfCheckoutSafetyScenario {
  private static final String LENT = "lent";

  /** Where a linked patron's card of this kind leads; a new kind does not compile until it is here. */
  private static String outcome(CardVariant variant) {
    return switch (variant) {
      case NORMAL, FIRST_COMMAND_6F00, NO_SFI -> LENT;
      // Without its PIN it reads like any other; that nobody can link it is the counter's matter.
      case FACE_AUTHENTICATION -> LENT;
      case CERTIFICATE_EXPIRED -> "E-106";
      case NOT_YET_VALID, UNKNOWN_AUTHORITY, DAMAGED_CERTIFICATE -> "E-100";
      case NO_CERTIFICATE -> "E-107";
      case JUKI -> "E-108";
      case PHONE_ANDROID, PHONE_IPHONE -> "E-114";
      case DRIVERS_LICENCE, RESIDENCE_CARD, TRANSIT -> "E-110";
      case SLOW -> "E-112";
    };
  }

  @ParameterizedTest
  @EnumSource
  void endsWhereThisKindOfCardHasTo(CardVariant variant, KioskStage stage) {
    visit(variant, stage);

    assertEquals(outcome(variant).equals(LENT) ? 1 : 0, stage.loans());
  }

  @ParameterizedTest
  @EnumSource
  void asksForNoPinNoKeyAndNoIndividualNumber(CardVariant variant, KioskStage stage) {
    visit(variant, stage);
    visit(variant, stage);

    SentCommands.assertHarmless(stage.run().reader().sent());
  }

  /** The guard itself must be able to fail. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0020008004",
        "00240080",
        "802A008000",
        "00840000",
        "00A4020C020001",
        "00A4020C02001A",
        "00A4020C02001B",
        "00A4040C0AD3921000310001010408",
        "00B0810000"
      })
  void guardCatchesWhatMustNotLeave(String command) {
    List<CommandApdu> sent =
        List.of(apdu("00A4040C0AD392F000260100000001"), apdu("00B0860010"), apdu(command));

    assertThrows(AssertionError.class, () -> SentCommands.assertHarmless(sent));
  }

  /** From 開始 to the end, as far as this card gets. */
  private static void visit(CardVariant variant, KioskStage stage) {
    stage.readCard(variant, Library.PATRON);
    if (!outcome(variant).equals(LENT)) {
      stage.run().expectRefusal(outcome(variant));
      stage.run().liftCard();
      stage.leaveRefusal();
      return;
    }
    stage.run().expect(Screen.TakeCard.class);
    stage.run().liftCard();
    stage.run().scan(Library.BOOK);
    // The second visit finds the book lent already.
    boolean lent = stage.lending().account().lentNow() > 0;
    stage.run().press(lent ? Action.FINISH_WITH_RECEIPT : Action.STOP);
    if (lent) {
      stage.run().press(Action.FINISH);
    }
    stage.run().expect(Screen.Idle.class);
  }

  private static CommandApdu apdu(String hex) {
    return CommandApdu.parse(HexFormat.of().parseHex(hex));
  }
}
