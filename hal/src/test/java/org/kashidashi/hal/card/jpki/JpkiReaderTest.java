package org.kashidashi.hal.card.jpki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.card.StatusWord;
import org.kashidashi.hal.card.jpki.CardReading.CertificateRead;
import org.kashidashi.hal.card.jpki.CardReading.Collision;
import org.kashidashi.hal.card.jpki.CardReading.DamagedCertificate;
import org.kashidashi.hal.card.jpki.CardReading.JukiCard;
import org.kashidashi.hal.card.jpki.CardReading.Moved;
import org.kashidashi.hal.card.jpki.CardReading.Mute;
import org.kashidashi.hal.card.jpki.CardReading.NoCard;
import org.kashidashi.hal.card.jpki.CardReading.NoCertificate;
import org.kashidashi.hal.card.jpki.CardReading.OtherCard;
import org.kashidashi.hal.card.jpki.CardReading.Phone;
import org.kashidashi.hal.card.jpki.CardReading.ReaderDown;
import org.kashidashi.hal.sim.CardFault;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.LeafProfile;
import org.kashidashi.hal.sim.ReaderFault;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.TestCards;

/** What each kind of card, and each kind of trouble, is told as. */
final class JpkiReaderTest {
  private static final TestCards CARDS = new TestCards();

  /** SELECT, the label, five pieces of a certificate of about 1,100 bytes. */
  private static final int COMMANDS_OF_A_READ = 7;

  private final AtomicLong nanos = new AtomicLong();
  private final SimCardReader reader =
      new SimCardReader("sim", time -> nanos.addAndGet(time.toNanos()));
  private final JpkiReader jpki = new JpkiReader(CardLayout.current(), nanos::get);

  @AfterEach
  void leavesNoConnectionOpen() {
    reader.close();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "NORMAL",
        "CERTIFICATE_EXPIRED",
        "NOT_YET_VALID",
        "FACE_AUTHENTICATION",
        "UNKNOWN_AUTHORITY",
        "FIRST_COMMAND_6F00",
        "NO_SFI"
      })
  void readsTheCertificateUnchecked(CardVariant variant) {
    CertificateRead expected =
        new CertificateRead(CARDS.issuer().certificate(variant, TestCards.HOLDER));
    assertEquals(expected, read(CARDS.card(variant)));
  }

  @Test
  void reads1500BytesWithNineCommands() {
    LeafProfile profile =
        CARDS.issuer().profile(CardVariant.NORMAL, TestCards.HOLDER).withLengthMinimum(1500);
    CertificateBytes certificate =
        CARDS.hierarchy().second().issue(profile, CARDS.hierarchy().cardKey());
    CardReading reading =
        read(CARDS.issuer().issue(CardVariant.NORMAL, TestCards.HOLDER, certificate));
    assertEquals(new CertificateRead(certificate), reading);
    assertEquals(1500, certificate.length());
    assertEquals(9, reader.sent().size());
  }

  @Test
  void tellsAPhoneByItsLabel() {
    assertEquals(new Phone(), read(CARDS.card(CardVariant.PHONE_ANDROID)));
    assertEquals(2, reader.sent().size());
  }

  @Test
  void tellsAnIphoneByItsLabel() {
    assertEquals(new Phone(), read(CARDS.card(CardVariant.PHONE_IPHONE)));
  }

  @Test
  void tellsAPhoneByItsRefusalWhateverItsLabelSays() {
    reader.faultAt(3, answers(StatusWord.SECURITY_STATUS_NOT_SATISFIED));
    assertEquals(new Phone(), read(CARDS.card()));
  }

  @Test
  void tellsAJukiCardThoughItsLabelBeginsTheOther() {
    assertEquals(new JukiCard(), read(CARDS.card(CardVariant.JUKI)));
  }

  @Test
  void readsNoFurtherWhenTheLabelIsUnknown() {
    reader.faultAt(2, new CardFault.Answers(ResponseApdu.of(new byte[32], StatusWord.SUCCESS)));
    assertEquals(new OtherCard(OtherCard.Kind.UNKNOWN_TOKEN), read(CARDS.card()));
    assertEquals(2, reader.sent().size());
  }

  @Test
  void tellsThatTheCertificateFileHoldsFillerAlone() {
    assertEquals(new NoCertificate(), read(CARDS.card(CardVariant.NO_CERTIFICATE)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x6A82, 0x6B00})
  void tellsThatTheCertificateFileIsNotThere(int status) {
    StatusWord absent = new StatusWord(status);
    reader.faultAt(3, answers(absent));
    reader.faultAt(4, answers(absent));
    assertEquals(new NoCertificate(), read(CARDS.card()));
  }

  @ParameterizedTest
  @EnumSource(names = {"DRIVERS_LICENCE", "RESIDENCE_CARD", "TRANSIT"})
  void tellsOtherCardsApart(CardVariant variant) {
    OtherCard.Kind expected = variant == CardVariant.TRANSIT
        ? OtherCard.Kind.TRANSIT_CARD
        : OtherCard.Kind.valueOf(variant.name());
    assertEquals(new OtherCard(expected), read(CARDS.card(variant)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x6A82, 0x6D00, 0x6E00, 0x6A81, 0x6A86, 0x6999})
  void takesAnyRefusalOfTheApplicationForAnotherCard(int status) {
    reader.faultAt(1, answers(new StatusWord(status)));
    assertEquals(new OtherCard(OtherCard.Kind.UNKNOWN), read(CARDS.card()));
  }

  @Test
  void tellsACertificateThatBreaksOff() {
    assertInstanceOf(DamagedCertificate.class, read(CARDS.card(CardVariant.DAMAGED_CERTIFICATE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3081FF00", "30820100", "30821001", "31820400", "30"})
  void tellsAHeaderThatBeginsNoCertificate(String header) {
    byte[] first = HexFormat.of().parseHex(header);
    reader.faultAt(3, new CardFault.Answers(ResponseApdu.of(first, StatusWord.SUCCESS)));
    assertInstanceOf(DamagedCertificate.class, read(CARDS.card()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x6B00, 0x6282, 0x6F00, 0x6986})
  void tellsAFileThatEndsBeforeTheCertificate(int status) {
    reader.faultAt(5, answers(new StatusWord(status)));
    assertInstanceOf(DamagedCertificate.class, read(CARDS.card()));
  }

  @Test
  void takesALastPieceThatSaysEndOfFile() {
    CertificateBytes certificate = CARDS.issuer().certificate(CardVariant.NORMAL, TestCards.HOLDER);
    byte[] last = Arrays.copyOfRange(certificate.der(), 4 * 224, certificate.length());
    reader.faultAt(
        COMMANDS_OF_A_READ, new CardFault.Answers(ResponseApdu.of(last, StatusWord.END_OF_FILE)));
    assertEquals(new CertificateRead(certificate), read(CARDS.card()));
  }

  @Test
  void repeatsACommandOnceAfter6985() {
    reader.faultAt(4, answers(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED));
    assertInstanceOf(CertificateRead.class, read(CARDS.card()));
    assertEquals(COMMANDS_OF_A_READ + 1, reader.sent().size());
  }

  @Test
  void givesUpAfter6985Twice() {
    reader.faultAt(4, answers(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED));
    reader.faultAt(5, answers(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED));
    assertInstanceOf(DamagedCertificate.class, read(CARDS.card()));
  }

  @Test
  void repeatsOnlyTheFirstCommandAfter6F00() {
    CardReading reading = read(CARDS.card(CardVariant.FIRST_COMMAND_6F00));
    assertInstanceOf(CertificateRead.class, reading);
    assertEquals(COMMANDS_OF_A_READ + 1, reader.sent().size());
  }

  @Test
  void saysThatNothingLiesThere() {
    assertEquals(new NoCard(), jpki.read(reader));
  }

  @Test
  void saysThatTheCardMovedAtWhicheverCommandItIsPulled() {
    for (int command = 1; command <= COMMANDS_OF_A_READ; command++) {
      reader.faultAt(command, new CardFault.Pulled());
      assertEquals(new Moved(), read(CARDS.card()), "pulled at command " + command);
      reader.insert(CARDS.card());
      assertInstanceOf(CertificateRead.class, jpki.read(reader), "after " + command);
      reader.remove();
    }
  }

  @Test
  void readsAgainByItselfWhenTheCardOnlyTwitched() {
    assertInstanceOf(CertificateRead.class, read(new TwitchingCard(CARDS.card(), reader, 4)));
  }

  @Test
  void tellsACardThatStopsAnswering() {
    reader.faultAt(3, new ReaderFault.LosesCard());
    assertEquals(new Mute(), read(CARDS.card()));
  }

  @Test
  void tellsMuteFromCollision() {
    reader.insertMute();
    assertEquals(new Mute(), jpki.read(reader));
    reader.remove();
    reader.insertTwo();
    assertEquals(new Collision(), jpki.read(reader));
  }

  @Test
  void saysThatTheReaderIsDown() {
    reader.down();
    assertInstanceOf(ReaderDown.class, jpki.read(reader));
  }

  @Test
  void saysThatTheReaderIsDownWhenItsCableIsPulledAtAnyCommand() {
    for (int command = 1; command <= COMMANDS_OF_A_READ; command++) {
      SimCardReader pulled = new SimCardReader("sim", time -> {});
      pulled.insert(CARDS.card());
      pulled.faultAt(command, new ReaderFault.Unplugged());
      assertInstanceOf(ReaderDown.class, jpki.read(pulled));
      pulled.close();
    }
  }

  @Test
  void saysThatTheReaderIsDownWhenACommandHangs() {
    reader.faultAt(4, new CardFault.Hangs());
    assertInstanceOf(ReaderDown.class, read(CARDS.card()));
  }

  @Test
  void givesUpASlowCardAfterFiveSecondsAndNeverTriesItAgain() {
    assertEquals(new Moved(), read(CARDS.card(CardVariant.SLOW)));
    Duration taken = Duration.ofNanos(nanos.get());
    assertTrue(taken.toMillis() >= 5000 && taken.toMillis() < 6000, taken.toString());
  }

  @Test
  void letsTheCardAnswerAFreshChallengeEachTime() throws Exception {
    CardReading.CertificateAnswered first =
        assertInstanceOf(CardReading.CertificateAnswered.class, challenge(CARDS.card(), 1));
    reader.remove();
    CardReading.CertificateAnswered second =
        assertInstanceOf(CardReading.CertificateAnswered.class, challenge(CARDS.card(), 2));
    assertNotEquals(first.answer().challenge(), second.answer().challenge());
    assertEquals(
        CARDS.issuer().certificate(CardVariant.NORMAL, TestCards.HOLDER), first.certificate());
    Signature check = Signature.getInstance("SHA256withRSA");
    check.initVerify(CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(first.certificate().der())));
    check.update(first.answer().challenge().bytes());
    assertTrue(check.verify(first.answer().signature()), "every test card has one key for both");
  }

  /** 顔認証 cards have no card-face input; their certificate is read all the same. */
  @Test
  void readsTheCertificateOfACardThatAnswersNoChallenge() {
    assertInstanceOf(
        CertificateRead.class, challenge(CARDS.card(CardVariant.FACE_AUTHENTICATION), 1));
    reader.remove();
    reader.faultAt(COMMANDS_OF_A_READ + 2, answers(StatusWord.SECURITY_STATUS_NOT_SATISFIED));
    assertInstanceOf(CertificateRead.class, challenge(CARDS.card(), 1));
  }

  @Test
  void saysThatTheCardMovedWhenItIsPulledFromItsAnswer() {
    for (int command = 1; command <= COMMANDS_OF_A_READ + 2; command++) {
      reader.faultAt(command, new CardFault.Pulled());
      assertEquals(new Moved(), challenge(CARDS.card(), 1), "pulled at command " + command);
    }
  }

  private CardReading challenge(SimCard card, long seed) {
    reader.insert(card);
    return new JpkiReader(CardLayout.current(), nanos::get, TestCards.seeded(seed)).read(reader);
  }

  private CardReading read(SimCard card) {
    reader.insert(card);
    return jpki.read(reader);
  }

  private static CardFault answers(StatusWord status) {
    return new CardFault.Answers(ResponseApdu.of(status));
  }
}
