package org.kashidashi.hal.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ResponseApdu;

/** The software card, command by command; status words as real cards give them. */
final class VirtualMyNumberCardTest {
  private static final TestCards CARDS = new TestCards();
  private static final String SELECT_JPKI = "00A4040C0AD392F000260100000001";
  private static final String SELECT_INPUT = "00A4040C0AD3921000310001010408";
  private static final String SELECT_CHECK = "00A4040C0AD3921000310001010402";
  private static final String SHA256_PREFIX = "3031300D060960864801650304020105000420";

  private SimCard card = CARDS.card();

  @ParameterizedTest
  @CsvSource({
    "00A40000, 6A86, SELECT without a name after power-up",
    "00A40000023F00, 6A82, there is no master file",
    "00A4040C07A0000001510001, 6A82, unknown application",
    "00A4040C0AD392F000260100000001, 9000, JPKI application",
    "00A4040C05D392F00026, 9000, by the beginning of its name",
    "00A4040C04D392F000, 6A82, too short for a name",
    "00A404010AD392F000260100000001, 6A86, P2 unknown",
    "00A4020C020006, 6A82, EF without an application",
    "00B0860020, 6A82, READ BINARY without an application",
    "00B0000020, 6986, READ BINARY without an EF",
    "00C00000, 6D00, unknown instruction",
    "01A4040C0AD392F000260100000001, 6881, logical channel",
    "04A4040C0AD392F000260100000001, 6882, secure messaging",
    "90A4040C0AD392F000260100000001, 6E00, unknown class",
    "80A4040C0AD392F000260100000001, 6D00, proprietary class",
    "0084000000, 9000, GET CHALLENGE",
    "00840000, 6700, GET CHALLENGE for nothing"
  })
  void answersAfterPowerUp(String command, String status, String why) {
    assertStatus(status, send(command), why);
  }

  @ParameterizedTest
  @CsvSource({
    "00B0860020, 9000, token label by short identifier",
    "00B08A00E0, 9000, certificate by short identifier",
    "00B0850001, 6A82, no EF 0005",
    "00B0810004, 6982, signature certificate is kept",
    "00B0970004, 6986, a key is not read",
    "00B08A0000, 9000, Le 00 takes what there is",
    "00B0880004, 6282, more than the three bytes of EF 0008",
    "00A4020C020001, 9000, selecting is not reading",
    "00A4020C020005, 6A82, no EF 0005",
    "00A4020C020000, 6A82, no EF 0000",
    "00A4020C0100, 6700, half an identifier",
    "002000800431323334, 6A88, VERIFY without a current EF",
    "00200098, 63C3, retry counter of the PIN",
    "0020009B, 63C5, retry counter of the password",
    "00200118, 6A86, P1 of VERIFY",
    "0024019804 31323334, 6982, CHANGE before VERIFY",
    "802A00970101 00, 6982, signing before VERIFY",
    "802A00000101 00, 6A88, no implicit key here"
  })
  void answersInTheJpkiApplication(String command, String status, String why) {
    assertStatus("9000", send(SELECT_JPKI), "SELECT");
    assertStatus(status, send(command), why);
  }

  @Test
  void endsTheFileWith6B00() {
    send(SELECT_JPKI);
    send("00A4020C02000A");
    assertStatus("9000", send("00B007FF01"), "last byte of 2,048");
    assertStatus("6B00", send("00B0080001"), "beyond");
  }

  @Test
  void blocksThePinAfterThreeWrongOnes() {
    send(SELECT_JPKI);
    send("00A4020C020018");
    assertStatus("63C2", send("002000800430303030"), "first");
    assertStatus("63C1", send("002000800430303030"), "second");
    assertStatus("63C0", send("002000800430303030"), "third");
    assertStatus("6984", send("002000800431323334"), "right, too late");
    assertStatus("6984", send("00200080"), "counter");
  }

  @Test
  void restoresTheRetryCounterWithTheRightPin() {
    send(SELECT_JPKI);
    assertStatus("63C2", send("002000980430303030"), "wrong");
    assertStatus("9000", send("002000980431323334"), "right");
    assertStatus("63C3", send("00200098"), "counter");
  }

  @Test
  void signsOnlyAfterThePin() throws GeneralSecurityException {
    byte[] digest = sha256("a challenge");
    send(SELECT_JPKI);
    assertStatus("9000", send("002000980431323334"), "VERIFY");
    send("00A4020C020017");
    ResponseApdu signature = send(signCommand("80", digest));
    assertStatus("9000", signature, "COMPUTE DIGITAL SIGNATURE");
    assertArrayEquals(digestInfo(digest), recover(signature.data()));
  }

  @Test
  void keepsTheSecurityStatusUntilTheCardLeavesTheField() {
    send(SELECT_JPKI);
    assertStatus("9000", send("002000980431323334"), "VERIFY");
    card.reset();
    send(SELECT_JPKI);
    assertStatus("9000", send(signCommand("97", sha256("x"))), "still verified");
    card.powerOff();
    send(SELECT_JPKI);
    assertStatus("6982", send(signCommand("97", sha256("x"))), "no longer");
  }

  @Test
  void changesThePinOnceVerified() {
    send(SELECT_JPKI);
    send("002000980431323334");
    assertStatus("9000", send("002401980439393939"), "CHANGE REFERENCE DATA");
    card.powerOff();
    send(SELECT_JPKI);
    assertStatus("63C2", send("002000980431323334"), "old");
    assertStatus("9000", send("002000980439393939"), "new");
  }

  @ParameterizedTest
  @CsvSource({SELECT_INPUT, SELECT_CHECK})
  void answersAChallengeOnTheCardFaceApplicationsWithoutACredential(String select)
      throws GeneralSecurityException {
    byte[] digest = sha256("anti-clone");
    assertStatus("9000", send(select), "SELECT");
    ResponseApdu signature = send(signCommand("00", digest));
    assertStatus("9000", signature, "key challenge");
    assertArrayEquals(digestInfo(digest), recover(signature.data()));
  }

  @Test
  void keepsThePublicKeyOfTheChallengeBehindThePin() {
    send(SELECT_INPUT);
    assertStatus("6982", send("00B0870000"), "public key");
    assertStatus("6982", send("00B0810000"), "individual number");
    assertStatus("6982", send("00B0820000"), "attributes");
    assertStatus("9000", send("002000910431323334"), "PIN 0011");
    ResponseApdu key = send("00B0870000");
    assertStatus("9000", key, "public key");
    assertTrue(HexFormat.of().withUpperCase().formatHex(key.data()).startsWith("7F21"));
  }

  @Test
  void keepsTheCardFaceBehindTheReferenceNumbers() {
    send(SELECT_CHECK);
    assertStatus("6982", send("00B0820000"), "card face");
    assertStatus("9000", send("00B0830000"), "basics");
    assertStatus("63C9", send("0020009301" + "30"), "reference number A, wrong");
    assertStatus("9000", send("002000930C" + "39".repeat(12)), "reference number A");
    assertStatus("9000", send("00B0820000"), "card face");
  }

  @ParameterizedTest
  @CsvSource({
    "NORMAL, 4A504B49415049434354 4F4B454E3220",
    "JUKI, 4A504B49415049434354 4F4B454E2020",
    "PHONE_ANDROID, 4A504B49415047505345 544F4B454E20",
    "PHONE_IPHONE, 4A504B4941 50494F53544F4B454E20"
  })
  void labelsItself(CardVariant variant, String label) {
    card = CARDS.card(variant);
    send(SELECT_JPKI);
    ResponseApdu token = send("00B0860000");
    assertEquals(160, token.data().length);
    byte[] expected = HexFormat.of().parseHex(label.replace(" ", ""));
    assertArrayEquals(expected, Arrays.copyOf(token.data(), expected.length));
  }

  @Test
  void keepsThePhonesCertificateBehindThePin() {
    card = CARDS.card(CardVariant.PHONE_ANDROID);
    send(SELECT_JPKI);
    assertStatus("6982", send("00B08A00E0"), "without PIN");
    send("002000980431323334");
    assertStatus("9000", send("00B08A00E0"), "with PIN");
  }

  @Test
  void fillsTheCertificateFileWhenTheHolderDeclinedIt() {
    card = CARDS.card(CardVariant.NO_CERTIFICATE);
    send(SELECT_JPKI);
    assertArrayEquals(HexFormat.of().parseHex("FFFFFFFF"), send("00B08A0004").data());
    assertArrayEquals(HexFormat.of().parseHex("8F0000"), send("00B0880003").data());
  }

  @Test
  void refusesThePinOfAFaceAuthenticationCardButShowsItsCertificate() {
    card = CARDS.card(CardVariant.FACE_AUTHENTICATION);
    send(SELECT_JPKI);
    assertStatus("6984", send("002000980431323334"), "PIN out of use");
    assertStatus("6A82", send("00B0810004"), "no signature certificate");
    assertArrayEquals(HexFormat.of().parseHex("008F00"), send("00B0880003").data());
    assertStatus("9000", send("00B08A00E0"), "certificate");
  }

  @Test
  void failsTheFirstCommandAfterPowerUpWhenToldTo() {
    card = CARDS.card(CardVariant.FIRST_COMMAND_6F00);
    assertStatus("6F00", send(SELECT_JPKI), "first");
    assertStatus("9000", send(SELECT_JPKI), "second");
    card.reset();
    assertStatus("9000", send(SELECT_JPKI), "after a warm reset");
    card.powerOff();
    assertStatus("6F00", send(SELECT_JPKI), "first again");
  }

  @Test
  void refusesShortIdentifiersWhenToldTo() {
    card = CARDS.card(CardVariant.NO_SFI);
    send(SELECT_JPKI);
    assertStatus("6A86", send("00B08A00E0"), "by short identifier");
    send("00A4020C02000A");
    assertStatus("9000", send("00B00000E0"), "by current EF");
  }

  @ParameterizedTest
  @CsvSource({
    "DRIVERS_LICENCE, A0000002310100000000000000000000, 6A82",
    "RESIDENCE_CARD, D392F0004F0200000000000000000000, 6A82"
  })
  void knowsOtherCardsByTheirOwnApplications(CardVariant variant, String aid, String otherwise) {
    card = CARDS.card(variant);
    assertStatus(otherwise, send(SELECT_JPKI), "JPKI");
    assertStatus("9000", send("00A4040C10" + aid), "its own");
  }

  private ResponseApdu send(String hex) {
    return card.transmit(CommandApdu.parse(HexFormat.of().parseHex(hex.replace(" ", ""))));
  }

  private static String signCommand(String p2, byte[] digest) {
    return "802A00" + p2 + "33" + HexFormat.of().formatHex(digestInfo(digest)) + "00";
  }

  private static byte[] digestInfo(byte[] digest) {
    return HexFormat.of().parseHex(SHA256_PREFIX + HexFormat.of().formatHex(digest));
  }

  /** Undoes the signature with the public key of the card's certificate. */
  private static byte[] recover(byte[] signature) throws GeneralSecurityException {
    PublicKey key = CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(
            CARDS.issuer().certificate(CardVariant.NORMAL, TestCards.HOLDER).der()))
        .getPublicKey();
    Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    cipher.init(Cipher.DECRYPT_MODE, key);
    return cipher.doFinal(signature);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  private static void assertStatus(String expected, ResponseApdu response, String why) {
    assertEquals(expected, response.status().toString(), why);
  }
}
