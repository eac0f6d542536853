package org.kashidashi.hal.card.jpki.pin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.card.StatusWord;
import org.kashidashi.hal.card.jpki.CardReading;
import org.kashidashi.hal.sim.CardFault;
import org.kashidashi.hal.sim.CardHolder;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.ReaderFault;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.TestCards;

/** What a card does with its PINs, and what is never done to a card. */
final class PinSessionTest {
  private static final TestCards CARDS = new TestCards();
  private static final CardHolder TWO_PINS = TestCards.HOLDER.withInputPin("5678");
  private static final byte[] CHALLENGE = new byte[32];

  private final AtomicLong nanos = new AtomicLong();
  private final SimCardReader reader =
      new SimCardReader("sim", time -> nanos.addAndGet(time.toNanos()));

  @AfterEach
  void leavesNoConnectionOpen() {
    reader.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"NORMAL", "FIRST_COMMAND_6F00", "NO_SFI", "CERTIFICATE_EXPIRED"})
  void verifiesSignsAndReadsTheKeyOnOneConnection(CardVariant variant) throws Exception {
    reader.insert(CARDS.issuer().issue(variant, TWO_PINS));
    try (PinSession session = opened()) {
      assertEquals(new PinStanding.TriesLeft(3), session.standing(PinName.USER_AUTHENTICATION));
      assertEquals(
          new PinAnswer.Verified(), session.verify(PinName.USER_AUTHENTICATION, pin("1234")));
      var signed = assertInstanceOf(SigningAnswer.Signed.class, session.sign(CHALLENGE));
      assertEquals(new PinAnswer.Verified(), session.verify(PinName.CARD_FACE_INPUT, pin("5678")));
      var read = assertInstanceOf(KeyAnswer.KeyRead.class, session.cardKey());

      assertTrue(verifies(certifiedKey(session), signed.signature()));
      PublicKey key = KeyFactory.getInstance("RSA")
          .generatePublic(new X509EncodedKeySpec(read.key().spki()));
      assertArrayEquals(key.getEncoded(), read.key().spki());
    }
  }

  private static PublicKey certifiedKey(PinSession session) throws GeneralSecurityException {
    byte[] der = session.certificate().der();
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(der))
        .getPublicKey();
  }

  private static boolean verifies(PublicKey key, byte[] signature) throws GeneralSecurityException {
    Signature check = Signature.getInstance("SHA256withRSA");
    check.initVerify(key);
    check.update(CHALLENGE);
    return check.verify(signature);
  }

  @ParameterizedTest
  @EnumSource(PinName.class)
  void keepsTheLastTryAfterTwoWrongPins(PinName name) {
    reader.insert(CARDS.card());
    try (PinSession session = opened()) {
      assertEquals(new PinAnswer.WrongPin(2), session.verify(name, pin("0000")));
      assertEquals(new PinAnswer.WrongPin(1), session.verify(name, pin("0001")));
      int before = verifications().size();
      assertEquals(new PinStanding.LastTryKept(), session.verify(name, pin("1234")));
      assertEquals(new PinStanding.LastTryKept(), session.standing(name));
      assertEquals(before, verifications().size());
    }
  }

  @Test
  void asksTheTriesBeforeEveryTry() {
    reader.insert(CARDS.card());
    try (PinSession session = opened()) {
      session.verify(PinName.USER_AUTHENTICATION, pin("0000"));
      session.verify(PinName.USER_AUTHENTICATION, pin("1234"));
    }
    List<CommandApdu> verifies =
        reader.sent().stream().filter(command -> command.ins() == 0x20).toList();
    assertEquals(
        List.of(4, 9, 4, 9),
        verifies.stream().map(command -> command.toBytes().length).toList());
  }

  @Test
  void triesAPinOnNothingButItsOwnKey() {
    reader.insert(CARDS.issuer().issue(CardVariant.NORMAL, TWO_PINS));
    try (PinSession session = opened()) {
      assertEquals(new PinAnswer.WrongPin(2), session.verify(PinName.CARD_FACE_INPUT, pin("1234")));
      assertEquals(new PinStanding.TriesLeft(3), session.standing(PinName.USER_AUTHENTICATION));
      assertEquals(new PinStanding.TriesLeft(2), session.standing(PinName.CARD_FACE_INPUT));
    }
  }

  @Test
  void tellsABlockedPin() {
    SimCard card = CARDS.card();
    blockByOtherHands(card);
    reader.insert(card);
    try (PinSession session = opened()) {
      assertEquals(new PinStanding.Blocked(), session.standing(PinName.USER_AUTHENTICATION));
      assertEquals(
          new PinStanding.Blocked(), session.verify(PinName.USER_AUTHENTICATION, pin("1234")));
      assertEquals(new PinStanding.TriesLeft(3), session.standing(PinName.CARD_FACE_INPUT));
    }
  }

  private static void blockByOtherHands(SimCard card) {
    for (String command : List.of(
        "00A4040C0AD392F000260100000001",
        "00A4020C020018",
        "002000800430303030",
        "002000800430303030",
        "002000800430303030")) {
      card.transmit(CommandApdu.parse(HexFormat.of().parseHex(command)));
    }
    card.powerOff();
  }

  @ParameterizedTest
  @EnumSource(PinName.class)
  void tellsThatAFaceAuthenticationCardHasNoUsablePin(PinName name) {
    reader.insert(CARDS.card(CardVariant.FACE_AUTHENTICATION));
    try (PinSession session = opened()) {
      assertEquals(new PinStanding.NotUsable(), session.standing(name));
      assertEquals(new PinStanding.NotUsable(), session.verify(name, pin("1234")));
    }
    assertEquals(List.of(), verifications());
  }

  /** Where a card forgets a PIN by it, its application is selected anew. */
  @Test
  void selectsAnewWhereAPinWasSentBeforeTheCardIsLetGo() {
    reader.insert(CARDS.card());
    try (PinSession session = opened()) {
      session.verify(PinName.USER_AUTHENTICATION, pin("1234"));
      session.verify(PinName.CARD_FACE_INPUT, pin("0000"));
    }
    List<CommandApdu> sent = reader.sent();
    assertEquals(
        List.of("D392F000260100000001", "D3921000310001010408"),
        sent.subList(sent.size() - 2, sent.size()).stream()
            .map(command -> HexFormat.of().withUpperCase().formatHex(command.data()))
            .toList());
  }

  @Test
  void letsTheCardGoThoughItIsPulledMeanwhile() {
    reader.insert(CARDS.card());
    try (PinSession session = opened()) {
      session.verify(PinName.USER_AUTHENTICATION, pin("1234"));
      reader.faultAt(1, new CardFault.Pulled());
    }
    assertEquals(
        new Opening.NotOpened(new CardReading.NoCard()),
        PinSession.open(reader, PinLayout.current(), nanos::get));
  }

  @Test
  void signsNothingWithoutAPin() {
    reader.insert(CARDS.card());
    try (PinSession session = opened()) {
      assertEquals(new SigningAnswer.NotVerified(), session.sign(CHALLENGE));
      assertEquals(new SigningAnswer.NotVerified(), session.cardKey());
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "NO_CERTIFICATE",
        "JUKI",
        "PHONE_ANDROID",
        "PHONE_IPHONE",
        "DRIVERS_LICENCE",
        "RESIDENCE_CARD",
        "TRANSIT",
        "DAMAGED_CERTIFICATE",
        "SLOW"
      })
  void opensNothingThatIsNoUsableCard(CardVariant variant) {
    reader.insert(CARDS.card(variant));
    assertInstanceOf(
        Opening.NotOpened.class, PinSession.open(reader, PinLayout.current(), nanos::get));
    assertEquals(List.of(), verifications());
  }

  @Test
  void opensNothingWithoutACard() {
    assertEquals(
        new Opening.NotOpened(new CardReading.NoCard()),
        PinSession.open(reader, PinLayout.current(), nanos::get));
  }

  @Test
  void saysThatTheCardMovedAtWhicheverCommandItIsPulled() {
    int commands = commandsOfALink();
    for (int command = 8; command <= commands; command++) {
      SimCardReader pulled = new SimCardReader("pulled at " + command, time -> {});
      SimCard card = CARDS.issuer().issue(CardVariant.NORMAL, TWO_PINS);
      pulled.insert(card);
      pulled.faultAt(command, new CardFault.Pulled());
      assertTrue(link(pulled).contains(new CardTrouble.Moved()), "pulled at " + command);
      pulled.insert(card);
      assertFalse(link(pulled).contains(new CardTrouble.Moved()), "again after " + command);
      pulled.close();
    }
  }

  @Test
  void saysThatTheReaderIsDownAtWhicheverCommandItIsUnplugged() {
    int commands = commandsOfALink();
    for (int command = 8; command <= commands; command++) {
      SimCardReader unplugged = new SimCardReader("unplugged at " + command, time -> {});
      unplugged.insert(CARDS.issuer().issue(CardVariant.NORMAL, TWO_PINS));
      unplugged.faultAt(command, new ReaderFault.Unplugged());
      assertInstanceOf(CardTrouble.ReaderDown.class, link(unplugged).getLast());
      unplugged.close();
    }
  }

  /** All but the last two, which tell the card to forget its PINs. */
  private static int commandsOfALink() {
    SimCardReader calm = new SimCardReader("calm", time -> {});
    calm.insert(CARDS.issuer().issue(CardVariant.NORMAL, TWO_PINS));
    assertInstanceOf(KeyAnswer.KeyRead.class, link(calm).getLast());
    calm.close();
    return calm.sent().size() - 2;
  }

  /** Everything that linking asks of a card. */
  private static List<Object> link(SimCardReader reader) {
    Opening opening = PinSession.open(reader, PinLayout.current(), () -> 0);
    try (PinSession session = assertInstanceOf(Opening.Opened.class, opening).session()) {
      return Stream.<Object>of(
              session.standing(PinName.USER_AUTHENTICATION),
              session.standing(PinName.CARD_FACE_INPUT),
              session.verify(PinName.USER_AUTHENTICATION, pin("1234")),
              session.sign(CHALLENGE),
              session.verify(PinName.CARD_FACE_INPUT, pin("5678")),
              session.cardKey())
          .toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"9000", "6985", "6F00", "6282", "6300"})
  void triesNothingWhenTheCounterIsNotTold(String status) {
    reader.insert(CARDS.card());
    try (PinSession session = opened()) {
      // SELECT application, SELECT EF, VERIFY without data, and its repetition after 6985.
      StatusWord word = new StatusWord(HexFormat.fromHexDigits(status));
      reader.faultAt(3, new CardFault.Answers(ResponseApdu.of(word)));
      reader.faultAt(4, new CardFault.Answers(ResponseApdu.of(word)));
      assertInstanceOf(
          CardTrouble.Unexpected.class, session.verify(PinName.USER_AUTHENTICATION, pin("1234")));
    }
    assertEquals(List.of(), verifications());
  }

  @ParameterizedTest
  @ValueSource(ints = {0x6985, 0x6F00, 0x6700, 0x6300})
  void sendsAPinOnceWhateverTheAnswer(int status) {
    reader.insert(CARDS.card());
    try (PinSession session = opened()) {
      reader.faultAt(4, new CardFault.Answers(ResponseApdu.of(new StatusWord(status))));
      assertInstanceOf(
          CardTrouble.Unexpected.class, session.verify(PinName.USER_AUTHENTICATION, pin("1234")));
    }
    assertEquals(1, verifications().size());
  }

  @Test
  void givesUpACardThatReadsOnWithoutEnd() {
    reader.insert(CARDS.card());
    try (PinSession session = opened()) {
      session.verify(PinName.CARD_FACE_INPUT, pin("1234"));
      for (int command = 2; command < 30; command++) {
        reader.faultAt(
            command, new CardFault.Answers(ResponseApdu.of(new byte[1], StatusWord.SUCCESS)));
      }
      assertInstanceOf(CardTrouble.Unexpected.class, session.cardKey());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "7F21", "7F2182FFFF", "7F21037F4900", "7F21087F49053003020101", "7F2184000000"
      })
  void takesNoNonsenseForAKey(String file) {
    reader.insert(CARDS.card());
    try (PinSession session = opened()) {
      session.verify(PinName.CARD_FACE_INPUT, pin("1234"));
      byte[] content = HexFormat.of().parseHex(file);
      reader.faultAt(2, new CardFault.Answers(ResponseApdu.of(content, StatusWord.END_OF_FILE)));
      assertInstanceOf(KeyAnswer.NoKey.class, session.cardKey());
    }
  }

  /** The whole of a link, on every kind of card. */
  @ParameterizedTest
  @EnumSource
  void touchesNeitherIndividualNumberNorSignatureCertificate(CardVariant variant) {
    reader.insert(CARDS.card(variant));
    if (PinSession.open(reader, PinLayout.current(), nanos::get)
        instanceof Opening.Opened(PinSession session)) {
      try (session) {
        session.verify(PinName.USER_AUTHENTICATION, pin("1234"));
        session.sign(CHALLENGE);
        session.verify(PinName.CARD_FACE_INPUT, pin("1234"));
        session.cardKey();
      }
    }
    String application = "";
    for (CommandApdu command : reader.sent()) {
      String name = HexFormat.of().withUpperCase().formatHex(command.data());
      assertTrue(Set.of(0xA4, 0xB0, 0x20, 0x2A).contains(command.ins()), command.toString());
      if (command.ins() == 0xA4 && command.p1() == 0x04) {
        application = name;
      } else if (command.ins() == 0xA4) {
        assertTrue(files(application).contains(name), application + " " + name);
      } else if (command.ins() == 0xB0 && command.p1() >= 0x80) {
        String file = "%04X".formatted(command.p1() & 0x1F);
        assertTrue(files(application).contains(file), application + " " + file);
      } else if (command.ins() == 0x20 || command.ins() == 0x2A) {
        assertEquals(0x80, command.p2(), "the current EF, which was checked above");
      }
    }
  }

  private static Set<String> files(String application) {
    return switch (application) {
      case "D392F000260100000001" -> Set.of("0006", "000A", "0017", "0018");
      case "D3921000310001010408" -> Set.of("0007", "0011");
      default -> Set.of();
    };
  }

  @Test
  void leavesNoPinInTheCommandsThatWereSent() {
    reader.insert(CARDS.card());
    try (PinSession session = opened()) {
      session.verify(PinName.USER_AUTHENTICATION, pin("1234"));
    }
    for (CommandApdu sent : verifications()) {
      assertArrayEquals(new byte[4], sent.data());
    }
  }

  /** Commands that bring a PIN, and not those that ask for the tries. */
  private List<CommandApdu> verifications() {
    return reader.sent().stream()
        .filter(command -> command.ins() == 0x20 && command.data().length > 0)
        .toList();
  }

  private PinSession opened() {
    Opening opening = PinSession.open(reader, PinLayout.current(), nanos::get);
    return assertInstanceOf(Opening.Opened.class, opening).session();
  }

  private static Pin pin(String digits) {
    return Pin.of(digits.toCharArray());
  }
}
