package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.sim.CardHolder;
import org.kashidashi.hal.sim.CardIssuer;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.TestHierarchy;
import org.kashidashi.kiosk.app.demo.DemoScript;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;

/** What a day of visits leaves behind, byte by byte (screens.md 10, test 21). */
final class PrivacyScenario {
  /** As long as real serials, so that finding it cannot be chance. */
  private static final BigInteger SERIAL = new BigInteger("5E7A1C93D4B80F26", 16);

  private static final CardHolder HOLDER = new CardHolder(
      CardHolder.numbered(Library.PATRON).subjectCode(),
      SERIAL,
      "貸出太郎",
      "1234",
      "1234",
      "TEST1234");

  private static final List<String> LIBRARY_CARDS = List.of(
      Library.LIBRARY_CARD,
      Library.NEIGHBOURS_LIBRARY_CARD,
      "9999900237",
      Library.UNKNOWN_LIBRARY_CARD);

  private static final List<String> TITLES = List.of(Library.TITLE, "やさしい料理", Library.OTHER_TITLE);

  @TempDir
  Path folder = Path.of("");

  private final RecordedLog log = new RecordedLog();
  private Map<Path, byte[]> left = Map.of();
  private String audit = "";

  @BeforeEach
  void liveThroughADay() throws Exception {
    try (log;
        KioskStage stage = KioskStage.open(folder)) {
      log.record();
      day(stage);
      readState(stage);
      left = files(stage.stateDirectory());
    }
    // Once more after the store was closed, which empties the write-ahead log into the file.
    Map<Path, byte[]> closed = files(folder.resolve("kiosk"));
    Map<Path, byte[]> both = new LinkedHashMap<>(left);
    closed.forEach((file, bytes) -> both.put(file.resolve("closed"), bytes));
    left = both;
  }

  @Test
  void nothingPersonalIsInAnyFile() {
    assertTrue(left.size() >= 4, left.keySet().toString());
    for (Map.Entry<Path, byte[]> file : left.entrySet()) {
      personal()
          .forEach((what, bytes) -> assertTrue(
              !contains(file.getValue(), bytes), "%s holds %s".formatted(file.getKey(), what)));
    }
  }

  @Test
  void nothingPersonalIsInTheLog() {
    assertTrue(log.lines().stream().anyMatch(line -> line.contains("Unlinked")));
    byte[] text = String.join("\n", log.lines()).getBytes(StandardCharsets.UTF_8);
    personal()
        .forEach((what, bytes) -> assertTrue(!contains(text, bytes), "the log holds " + what));
  }

  @Test
  void auditTrailNamesNeitherTitleNorItem() {
    List<String> banned = new ArrayList<>(TITLES);
    banned.addAll(Library.BOOKS);
    banned.add(Library.OTHER_BOOK);
    assertTrue(audit.lines().count() > 10, audit);
    banned.forEach(text -> assertTrue(!audit.contains(text), text));
  }

  /** Something that the kiosk may keep is found, so the search itself works. */
  @Test
  void searchFindsTheTitleThatTheKioskMayRemember() {
    byte[] title = Library.OTHER_TITLE.getBytes(StandardCharsets.UTF_8);

    assertTrue(left.values().stream().anyMatch(bytes -> contains(bytes, title)));
  }

  private static void day(KioskStage stage) throws Exception {
    DemoScript.OFFLINE.play(stage.run());
    DemoScript.UNLINKED.play(stage.run());
    DemoScript.EXPIRED_LIBRARY_CARD.play(stage.run());
    stage.borrowByLibraryCard(Library.NEIGHBOURS_LIBRARY_CARD, Library.OTHER_BOOK);
    stage.run().scan(Library.UNKNOWN_LIBRARY_CARD);
    stage.run().press(Action.BACK_TO_START);
    stage.run().press(Action.START);
    stage.run().reader().insert(distinctive(stage));
    stage.run().kiosk().settle();
    stage.run().press(Action.READ_CARD);
    stage.run().expect(Screen.TakeCard.class);
    stage.run().liftCard();
    stage.run().scan("1000000057");
    stage.run().scan(Library.LIBRARY_CARD);
    stage.run().printer().endPaperAfter(3);
    stage.run().press(Action.FINISH_WITH_RECEIPT);
    stage.run().press(Action.FINISH);
    stage.run().sync();
    assertEquals(0, stage.outbox().pending());
    // An outage that is not over when the day ends: loans wait in the outbox.
    stage.run().centralDown();
    stage.borrow(Library.PATRON, "1000000065");
    for (CardVariant variant :
        List.of(CardVariant.UNKNOWN_AUTHORITY, CardVariant.CERTIFICATE_EXPIRED)) {
      stage.readCard(variant, Library.PATRON);
      stage.run().liftCard();
      stage.leaveRefusal();
    }
  }

  private static SimCard distinctive(KioskStage stage) throws IOException {
    TestHierarchy hierarchy =
        TestHierarchy.open(stage.folder().resolve("authority"), AuthorityKeys.random());
    return new CardIssuer(hierarchy, () -> DemoStation.TODAY, AuthorityKeys.random())
        .issue(CardVariant.NORMAL, HOLDER);
  }

  private void readState(KioskStage stage) throws IOException {
    StringBuilder lines = new StringBuilder();
    try (Stream<Path> files = Files.list(stage.stateDirectory())) {
      for (Path file : files.filter(KioskStage::isAudit).toList()) {
        lines.append(Files.readString(file));
      }
    }
    audit = lines.toString();
  }

  /** Everything in the state directory but the key, which is kept apart on purpose. */
  private static Map<Path, byte[]> files(Path directory) throws IOException {
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".key")) {
          contents.put(file, Files.readAllBytes(file));
        }
      }
    }
    return contents;
  }

  /** What must not be found, in every form in which it could be written. */
  private static Map<String, byte[]> personal() {
    Map<String, byte[]> banned = new LinkedHashMap<>();
    for (String number : LIBRARY_CARDS) {
      text(banned, "a library card number", number);
    }
    text(banned, "a holder's name", HOLDER.name());
    for (int holder : List.of(1, 2, 3, 20)) {
      text(banned, "a subject code", CardHolder.numbered(holder).subjectCode());
      text(banned, "an identifier", "SIM-USER-%04d".formatted(holder));
    }
    text(banned, "an identifier", "SIM-USER");
    for (BigInteger serial :
        List.of(SERIAL, CardHolder.numbered(Library.PATRON).certificateSerial())) {
      text(banned, "a serial in decimal", serial.toString());
      String hex = serial.toString(16);
      text(banned, "a serial in hexadecimal", hex.length() % 2 == 0 ? hex : "0" + hex);
      text(banned, "a serial in hexadecimal", hex.toUpperCase(Locale.ROOT));
      banned.put("a serial in DER", der(serial));
    }
    banned.put("a raw serial", SERIAL.toByteArray());
    return banned;
  }

  private static void text(Map<String, byte[]> banned, String what, String text) {
    banned.put(what + " " + text, text.getBytes(StandardCharsets.UTF_8));
    banned.put(what + " " + text + " in UTF-16", text.getBytes(StandardCharsets.UTF_16BE));
    banned.put(
        what + " " + text + " in hexadecimal",
        HexFormat.of()
            .formatHex(text.getBytes(StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.US_ASCII));
  }

  /** INTEGER: tag, length, value. */
  private static byte[] der(BigInteger value) {
    byte[] content = value.toByteArray();
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    encoded.write(0x02);
    encoded.write(content.length);
    encoded.writeBytes(content);
    return encoded.toByteArray();
  }

  private static boolean contains(byte[] where, byte[] what) {
    for (int start = 0; start + what.length <= where.length; start++) {
      if (Arrays.equals(where, start, start + what.length, what, 0, what.length)) {
        return true;
      }
    }
    return false;
  }
}
