package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.jpki.pin.KeyAnswer;
import org.kashidashi.hal.card.jpki.pin.Opening;
import org.kashidashi.hal.card.jpki.pin.Pin;
import org.kashidashi.hal.card.jpki.pin.PinAnswer;
import org.kashidashi.hal.card.jpki.pin.PinLayout;
import org.kashidashi.hal.card.jpki.pin.PinName;
import org.kashidashi.hal.card.jpki.pin.PinSession;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.CardKey;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.LinkAnswer;
import org.kashidashi.sync.registry.PersonIdentifier;

/** A library that lends to nobody who shows a copy of a card. */
final class CardChallengeScenario {
  @TempDir
  Path folder;

  @Test
  void lendsToTheCardThatWasLinkedAndToNoCopyOfIt() throws Exception {
    try (KioskStage stage = challenging()) {
      rememberLink(stage, keyReadAtACounter(stage.run().station().card(CardVariant.NORMAL, 1)));

      stage.borrow(1, Library.BOOK);
      assertEquals(1, stage.loans());

      stage.run().press(Action.START);
      stage.run().reader().insert(stage.run().station().copiedCard(1));
      stage.run().kiosk().settle();
      stage.run().press(Action.READ_CARD);
      stage.run().expectRefusal("E-100");
      assertEquals(1, stage.loans());
      SentCommands.assertHarmlessButForAChallenge(stage.run().reader().sent());
    }
  }

  @Test
  void sendsAPersonWhoseKeyWasNotRecordedToTheCounter() throws Exception {
    try (KioskStage stage = challenging()) {
      stage.readCard(CardVariant.NORMAL, 1);
      stage.run().expectRefusal("E-100");
    }
  }

  /** 顔認証 cards cannot answer. */
  @Test
  void refusesACardThatDoesNotAnswer() throws Exception {
    try (KioskStage stage = challenging()) {
      rememberLink(stage, keyReadAtACounter(stage.run().station().card(CardVariant.NORMAL, 1)));
      stage.readCard(CardVariant.FACE_AUTHENTICATION, 1);
      stage.run().expectRefusal("E-100");
      SentCommands.assertHarmlessButForAChallenge(stage.run().reader().sent());
    }
  }

  @Test
  void takesACopyWhereNoMoreThanACertificateIsAskedFor() throws Exception {
    try (KioskStage stage = KioskStage.open(folder)) {
      stage.run().press(Action.START);
      stage.run().reader().insert(stage.run().station().copiedCard(1));
      stage.run().kiosk().settle();
      stage.run().press(Action.READ_CARD);
      stage.run().expect(Screen.TakeCard.class);
      SentCommands.assertHarmless(stage.run().reader().sent());
    }
  }

  /** The guard itself must be able to fail. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "00200080",
        "0024018000",
        "802A0080013000",
        "802A0000013000",
        "00A4020C020001",
        "00A4020C020007",
        "00B0810000"
      })
  void guardCatchesWhatMustNotFollowTheSelection(String command) {
    List<CommandApdu> sent = List.of(
        apdu("00A4040C0AD392F000260100000001"),
        apdu("00A4040C0AD3921000310001010408"),
        apdu(command));
    assertThrows(AssertionError.class, () -> SentCommands.assertHarmlessButForAChallenge(sent));
  }

  private static CommandApdu apdu(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    return CommandApdu.parse(bytes);
  }

  private KioskStage challenging() throws Exception {
    Files.writeString(
        folder.resolve(DemoStation.LIBRARY_FILE), "[identity]\nproof = \"card_challenge\"\n");
    return KioskStage.open(folder);
  }

  /** As the library system tells it of a person who was linked with the card's key. */
  private static void rememberLink(KioskStage stage, CardKey key) throws Exception {
    Instant now = DemoStation.TODAY;
    stage
        .run()
        .services()
        .store()
        .linkCache()
        .remember(
            new PersonIdentifier(IdentifierKind.USER_IDENTIFIER, "SIM-USER-0001"),
            new LinkAnswer.Linked(new PatronId(Library.LIBRARY_CARD), Optional.of(key)),
            now);
  }

  private static CardKey keyReadAtACounter(SimCard card) {
    SimCardReader reader = new SimCardReader("counter", time -> {});
    reader.insert(card);
    Opening opening = PinSession.open(reader, PinLayout.current(), () -> 0);
    try (PinSession session = assertInstanceOf(Opening.Opened.class, opening).session();
        Pin pin = Pin.of("1234".toCharArray())) {
      assertEquals(new PinAnswer.Verified(), session.verify(PinName.CARD_FACE_INPUT, pin));
      var read = assertInstanceOf(KeyAnswer.KeyRead.class, session.cardKey());
      return new CardKey(read.key().spki());
    } finally {
      reader.remove();
    }
  }
}
