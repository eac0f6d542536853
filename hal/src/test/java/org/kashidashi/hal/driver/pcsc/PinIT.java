package org.kashidashi.hal.driver.pcsc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.card.CardPresence;
import org.kashidashi.hal.card.jpki.CardLayout;
import org.kashidashi.hal.card.jpki.CardReading;
import org.kashidashi.hal.card.jpki.ChallengeAnswer;
import org.kashidashi.hal.card.jpki.JpkiReader;
import org.kashidashi.hal.card.jpki.pin.CardTrouble;
import org.kashidashi.hal.card.jpki.pin.KeyAnswer;
import org.kashidashi.hal.card.jpki.pin.Opening;
import org.kashidashi.hal.card.jpki.pin.Pin;
import org.kashidashi.hal.card.jpki.pin.PinAnswer;
import org.kashidashi.hal.card.jpki.pin.PinLayout;
import org.kashidashi.hal.card.jpki.pin.PinName;
import org.kashidashi.hal.card.jpki.pin.PinSession;
import org.kashidashi.hal.card.jpki.pin.PinStanding;
import org.kashidashi.hal.card.jpki.pin.SigningAnswer;
import org.kashidashi.hal.sim.CardFault;
import org.kashidashi.hal.sim.CardHolder;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.TestCards;

/**
 * PINs, signatures and challenges on real parts: our driver, libpcsclite, pcscd; and OpenSC, written
 * by others, agreeing on the tries that are left. Run by packaging/with-pcscd.
 */
final class PinIT {
  private static final TestCards CARDS = new TestCards();
  private static final CardHolder TWO_PINS = TestCards.HOLDER.withInputPin("5678");
  private static final byte[] CHALLENGE = new byte[32];

  /** As pkcs15-tool lists it. */
  private static final Pattern AUTHENTICATION_TRIES =
      Pattern.compile("PIN \\[User Authentication PIN\\].*?Tries left\\s*: (\\d+)", Pattern.DOTALL);

  private static final Pattern COUNTER =
      Pattern.compile("SW1=0x63, SW2=0xC([0-9A-F])", Pattern.CASE_INSENSITIVE);

  private final VirtualBench bench = new VirtualBench();

  @AfterEach
  void closeBench() {
    bench.close();
  }

  @Test
  void verifiesTwoPinsSignsAndReadsTheKey() throws Exception {
    place(CARDS.issuer().issue(CardVariant.NORMAL, TWO_PINS));
    try (PinSession session = opened()) {
      assertEquals(new PinStanding.TriesLeft(3), session.standing(PinName.USER_AUTHENTICATION));
      assertEquals(new PinStanding.TriesLeft(3), session.standing(PinName.CARD_FACE_INPUT));
      assertEquals(new PinAnswer.Verified(), verify(session, PinName.USER_AUTHENTICATION, "1234"));
      var signed = assertInstanceOf(SigningAnswer.Signed.class, session.sign(CHALLENGE));
      assertEquals(new PinAnswer.Verified(), verify(session, PinName.CARD_FACE_INPUT, "5678"));
      assertInstanceOf(KeyAnswer.KeyRead.class, session.cardKey());

      PublicKey certified = CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(session.certificate().der()))
          .getPublicKey();
      assertTrue(verifies(certified, CHALLENGE, signed.signature()));
    }
    assertEquals(3, authenticationTriesByOpensc());
    assertEquals(3, inputTriesByOpensc());
  }

  @Test
  void stopsBeforeTheLastTryAndOpenscAgrees() throws IOException {
    place(CARDS.issuer().issue(CardVariant.NORMAL, TWO_PINS));
    try (PinSession session = opened()) {
      assertEquals(new PinAnswer.WrongPin(2), verify(session, PinName.USER_AUTHENTICATION, "5678"));
      assertEquals(new PinAnswer.WrongPin(1), verify(session, PinName.USER_AUTHENTICATION, "0000"));
      assertEquals(
          new PinStanding.LastTryKept(), verify(session, PinName.USER_AUTHENTICATION, "1234"));
      assertEquals(new PinAnswer.WrongPin(2), verify(session, PinName.CARD_FACE_INPUT, "1234"));
    }
    assertEquals(1, authenticationTriesByOpensc());
    assertEquals(2, inputTriesByOpensc());
    try (PinSession again = opened()) {
      assertEquals(new PinStanding.LastTryKept(), again.standing(PinName.USER_AUTHENTICATION));
      assertEquals(new PinStanding.TriesLeft(2), again.standing(PinName.CARD_FACE_INPUT));
    }
  }

  @Test
  void saysThatTheCardMovedWhenItIsPulledBetweenTwoPins() {
    place(CARDS.issuer().issue(CardVariant.NORMAL, TWO_PINS));
    try (PinSession session = opened()) {
      assertEquals(new PinAnswer.Verified(), verify(session, PinName.USER_AUTHENTICATION, "1234"));
      bench.faultAt(1, new CardFault.Pulled());
      assertEquals(new CardTrouble.Moved(), verify(session, PinName.CARD_FACE_INPUT, "5678"));
      assertEquals(new CardTrouble.Moved(), session.sign(CHALLENGE));
    }
  }

  /** The key was recorded under PIN once; the challenge is answered without. */
  @Test
  void answersAChallengeWithTheRecordedKeyAndACopyDoesNot() throws Exception {
    place(CARDS.card());
    PublicKey recorded = recordedKey();
    assertTrue(answers(recorded));
    assertEquals(3, authenticationTriesByOpensc());
    bench.swap(CARDS.issuer().copy(TestCards.HOLDER));
    VirtualBench.awaitReport(bench.reader(), CardPresence.PRESENT);
    assertNotEquals(true, answers(recorded));
  }

  private PublicKey recordedKey() throws GeneralSecurityException {
    try (PinSession session = opened()) {
      assertEquals(new PinAnswer.Verified(), verify(session, PinName.CARD_FACE_INPUT, "1234"));
      var read = assertInstanceOf(KeyAnswer.KeyRead.class, session.cardKey());
      return KeyFactory.getInstance("RSA")
          .generatePublic(new X509EncodedKeySpec(read.key().spki()));
    }
  }

  private boolean answers(PublicKey key) throws GeneralSecurityException {
    JpkiReader challenging =
        new JpkiReader(CardLayout.current(), System::nanoTime, TestCards.seeded(7));
    CardReading reading = challenging.read(bench.reader());
    ChallengeAnswer answer =
        assertInstanceOf(CardReading.CertificateAnswered.class, reading).answer();
    return verifies(key, answer.challenge().bytes(), answer.signature());
  }

  private static boolean verifies(PublicKey key, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    Signature check = Signature.getInstance("SHA256withRSA");
    check.initVerify(key);
    check.update(message);
    return check.verify(signature);
  }

  private void place(SimCard card) {
    bench.insert(card);
    VirtualBench.awaitReport(bench.reader(), CardPresence.PRESENT);
  }

  private PinSession opened() {
    Opening opening = PinSession.open(bench.reader(), PinLayout.current(), System::nanoTime);
    return assertInstanceOf(Opening.Opened.class, opening).session();
  }

  private static PinAnswer verify(PinSession session, PinName name, String digits) {
    try (Pin pin = Pin.of(digits.toCharArray())) {
      return session.verify(name, pin);
    }
  }

  private static int authenticationTriesByOpensc() throws IOException {
    return number(AUTHENTICATION_TRIES, run("pkcs15-tool", "--list-pins"), 10);
  }

  /** OpenSC does not know this application, but sends what it is told. */
  private static int inputTriesByOpensc() throws IOException {
    String output = run(
        "opensc-tool",
        "-s",
        "00A4040C0AD3921000310001010408",
        "-s",
        "00A4020C020011",
        "-s",
        "00200080");
    return number(COUNTER, output, 16);
  }

  private static int number(Pattern pattern, String output, int radix) {
    Matcher matcher = pattern.matcher(output);
    assertTrue(matcher.find(), output);
    return Integer.parseInt(matcher.group(1), radix);
  }

  private static String run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    int status = process.onExit().join().exitValue();
    assertEquals(0, status, () -> Arrays.toString(command) + " said: " + output);
    return output;
  }
}
