package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.speech.Utterance;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.Choice;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Screens;
import org.kashidashi.kiosk.screen.Spoken;
import org.kashidashi.kiosk.screen.Theme;
import org.kashidashi.kiosk.screen.view.Frame;
import org.kashidashi.kiosk.screen.view.Grid;
import org.kashidashi.kiosk.screen.view.ScreenView;
import org.kashidashi.kiosk.screen.view.SpeechScript;
import org.kashidashi.kiosk.session.Action;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Offers.Service;
import org.kashidashi.kiosk.session.Preferences;
import org.kashidashi.sync.store.OutboxCounts;
import org.kashidashi.sync.store.Store;
import org.kashidashi.sync.store.StoreSettings;

/**
 * What went wrong with other people's self-checkouts, one test each, in the order of the list
 * (screens.md 10).
 */
@ExtendWith(Stages.class)
final class AcceptanceScenario {
  private static final int CUTS = 100;

  @Test
  @DisplayName("1. Open dialog or printing: the time-out still runs")
  void number01(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().scan(Library.BOOK);
    stage.run().press(Action.HELP);
    stage.run().pass(Duration.ofSeconds(61));
    stage.run().expect(Screen.StillThere.class);
    stage.run().pass(Duration.ofSeconds(31));
    stage.run().expect(Screen.Idle.class);
    stage.borrow(Library.NEIGHBOUR, Library.OTHER_BOOK);

    assertEquals(2, stage.loans());
  }

  @Test
  @DisplayName("2. Idle for 8, 24 and 72 hours: the first loan works")
  void number02(KioskStage stage) {
    String[] items = {Library.BOOK, Library.OTHER_BOOK, Library.BOOKS.getLast()};
    int[] hours = {8, 24, 72};
    for (int round = 0; round < hours.length; round++) {
      for (int hour = 0; hour < hours[round]; hour++) {
        stage.run().pass(Duration.ofHours(1));
        stage.run().sync();
      }
      stage.borrow(Library.PATRON, items[round]);
      stage.run().sync();
    }

    assertEquals(3, stage.central().loansOut(Library.LIBRARY_CARD));
  }

  @Test
  @DisplayName("3. Barcode ?, empty, 200 characters, |, CR, kana: no crash, no injection")
  void number03(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    for (String odd :
        List.of("?", "", "9".repeat(200), "|", "1000000016|1000000024", "\r", "としょかん", "';--")) {
      stage.run().scan(odd);
    }
    assertEquals(0, stage.lending().account().lentNow(), stage.rows());
    stage.run().scan(Library.BOOK);

    assertEquals(1, stage.lending().account().lentNow(), stage.rows());
  }

  @Test
  @DisplayName("4. Unknown card number")
  void number04(KioskStage stage) {
    stage.run().scan(Library.UNKNOWN_LIBRARY_CARD);
    stage.run().expectRefusal("E-127");
    stage.leaveRefusal();
    stage.borrow(Library.PATRON, Library.BOOK);

    assertEquals(1, stage.loans());
  }

  @Test
  @DisplayName("5. Return and renewal of another person's item is impossible")
  void number05(@TempDir Path folder) throws Exception {
    String others = "1000000131";
    String owner = "9999900898";
    try (KioskStage stage = KioskStage.offering(folder, Service.OWN_LOANS, Service.RETURN)) {
      stage.run().scan(Library.LIBRARY_CARD);
      stage.run().press(Action.GIVE_BACK);
      stage.run().scan(others);
      stage.run().press(Action.CLOSE_HELP);
      stage.run().press(Action.OWN_LOANS);
      stage.run().scan(others);

      assertEquals("ON_LOAN_TO_PATRON", stage.central().status(others, owner));
      assertEquals(List.of(), stage.audited("renewal_wished"));
    }
  }

  @Test
  @DisplayName("6. The slip shows this library's data")
  void number06(KioskStage stage) {
    borrowWithReceipt(stage, Library.BOOK);
    String receipt = receipt(stage);

    assertTrue(receipt.contains("見本市立図書館"), receipt);
    assertTrue(receipt.contains("1号機"), receipt);
    assertTrue(receipt.contains("0000-00-0000"), receipt);
  }

  @Test
  @DisplayName("7. One print for a loan, and missing opening hours do not hang it")
  void number07(KioskStage stage) throws Exception {
    assertEquals("", stage.run().station().configuration().library().hours());
    borrowWithReceipt(stage, Library.BOOK);
    stage.run().pass(Duration.ofMinutes(5));

    assertEquals(1, stage.run().printer().printed().size());
  }

  @Test
  @DisplayName("8. Only the latest item is announced")
  void number08(KioskStage stage) {
    stage.run().kiosk().type('8');
    stage.beginLending(Library.PATRON);
    stage.run().scan(Library.BOOK);
    int before = stage.run().speech().said().size();
    stage.run().scan(Library.OTHER_BOOK);

    assertEquals(before + 1, stage.run().speech().said().size());
    String last = stage.run().speech().said().getLast().phrases().stream()
        .map(Utterance.Phrase::text)
        .collect(Collectors.joining());
    assertTrue(last.contains(Library.OTHER_TITLE), last);
    assertFalse(last.contains(Library.TITLE), last);
  }

  @Test
  @DisplayName("9. Every loan carries the station's id, renewals too")
  void number09(KioskStage stage) throws Exception {
    stage.borrow(Library.PATRON, Library.BOOK);
    stage.run().sync();
    stage.run().scan("9999900898");
    stage.run().press(Action.OWN_LOANS);
    stage.run().press(Action.PICK_1);
    assertEquals(
        List.of("demo-1"),
        central(stage, "SELECT renewed_kiosk FROM loans WHERE item = '%s'", "1000000131"));

    assertEquals(
        List.of("demo-1"),
        central(stage, "SELECT kiosk FROM loans WHERE item = '%s'", Library.BOOK));
  }

  @Test
  @DisplayName("10. The scanner is heard after each session")
  void number10(KioskStage stage) {
    for (String item : Library.BOOKS) {
      stage.borrowByLibraryCard(Library.LIBRARY_CARD, item);
    }

    assertEquals(Library.BOOKS.size(), stage.loans());
  }

  @Test
  @DisplayName("11. Scans set the time back")
  void number11(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    for (String item : Library.BOOKS) {
      stage.run().pass(Duration.ofSeconds(59));
      stage.run().scan(item);
      stage.run().expect(Screen.Lending.class);
    }

    assertEquals(Library.BOOKS.size(), stage.lending().account().lentNow());
  }

  @Test
  @DisplayName("12. The card is lifted at each step")
  void number12(KioskStage stage) {
    stage.run().press(Action.START);
    stage.run().placeCard(CardVariant.NORMAL, Library.PATRON);
    stage.run().liftCard();
    stage.run().expect(Screen.CardPrompt.class);
    stage.run().press(Action.READ_CARD);
    stage.run().expectShown("カードを置いてから、もう一度押してください");
    stage.beginLendingFromPrompt(Library.PATRON);
    stage.run().scan(Library.BOOK);
    stage.finish();

    assertEquals(1, stage.loans());
  }

  @Test
  @DisplayName("13. Card in a case, transport card, licence, paper")
  void number13(KioskStage stage) {
    stage.run().press(Action.START);
    stage.run().reader().insertMute();
    stage.run().kiosk().settle();
    stage.run().press(Action.READ_CARD);
    stage.run().expectRefusal("E-111");
    stage.run().liftCard();
    stage.run().press(Action.TRY_AGAIN);
    for (CardVariant foreign : List.of(CardVariant.TRANSIT, CardVariant.DRIVERS_LICENCE)) {
      stage.run().placeCard(foreign, Library.PATRON);
      stage.run().press(Action.READ_CARD);
      stage.run().expectRefusal("E-110");
      stage.run().liftCard();
      stage.run().press(Action.TRY_AGAIN);
    }
    // Paper is not felt at all.
    stage.run().press(Action.READ_CARD);
    stage.run().press(Action.READ_CARD);
    stage.run().expectRefusal("E-111");
    stage.run().press(Action.TRY_AGAIN);
    stage.run().press(Action.READ_CARD);
    stage.run().expectRefusal("E-109");

    assertEquals(0, stage.loans());
  }

  @Test
  @DisplayName("14. Power cut at each step of a loan, 100 times: every 済 is there exactly once")
  void number14(KioskStage stage, @TempDir Path image) throws Exception {
    List<String> items = Stream.iterate(1, number -> number + 1)
        .limit(20)
        .map(number -> Library.withCheckDigit("1777%05d".formatted(number)))
        .toList();
    stage.catalogue(items);
    int cuts = 0;
    int shown = 0;
    for (int index = 0; index < items.size(); index++) {
      String item = items.get(index);
      List<Runnable> steps = new ArrayList<>();
      steps.add(() -> stage.run().press(Action.START));
      steps.add(() -> stage.run().scan(Library.LIBRARY_CARD));
      steps.add(() -> stage.run().scan(item));
      steps.add(() -> stage.run().press(Action.FINISH_WITHOUT_RECEIPT));
      steps.add(() -> stage.run().press(Action.FINISH));
      for (Runnable step : steps) {
        step.run();
        if (stage.run().kiosk().screen() instanceof Screen.Lending lending) {
          shown = index + lending.account().lentNow();
        }
        assertEquals(shown, durable(stage.stateDirectory(), image.resolve("cut" + cuts)));
        cuts++;
      }
    }

    assertEquals(CUTS, cuts);
    assertEquals(items.size(), shown);
  }

  @Test
  @DisplayName("15. Central down for 1, 25 and 49 hours")
  void number15(KioskStage stage) throws Exception {
    stage.beginLending(Library.PATRON);
    stage.run().press(Action.STOP);
    int[] outages = {1, 25, 49};
    for (int outage = 0; outage < outages.length; outage++) {
      stage.run().centralDown();
      for (int hour = 0; hour < outages[outage]; hour++) {
        stage.run().pass(Duration.ofHours(1));
        stage.run().sync();
      }
      stage.borrowByLibraryCard(Library.LIBRARY_CARD, Library.BOOKS.get(outage));
      stage.run().centralUp();
      stage.run().pass(Duration.ofHours(1));
      stage.run().sync();
    }

    assertEquals(0, stage.outbox().pending());
    assertEquals(outages.length, stage.central().loansOut(Library.LIBRARY_CARD));
  }

  @Test
  @DisplayName("16. Two kiosks offline, the same book: the conflict is listed")
  void number16(KioskStage stage) throws Exception {
    stage.beginLending(Library.PATRON);
    stage.run().press(Action.STOP);
    stage.run().centralDown();
    stage.borrowByLibraryCard(Library.LIBRARY_CARD, Library.BOOK);
    stage.run().centralUp();
    stage.central().lend("other-kiosk", Library.NEIGHBOURS_LIBRARY_CARD, Library.BOOK);
    stage.run().pass(Duration.ofHours(1));
    stage.run().sync();

    assertEquals(1, stage.outbox().confirmedWithException());
    assertEquals(
        List.of("ITEM_ON_LOAN_TO_ANOTHER"),
        central(stage, "SELECT reason FROM staff_exceptions WHERE item = '%s'", Library.BOOK));
  }

  @Test
  @DisplayName("17. Closed centrally while in use: the closed screen comes after the session")
  void number17(KioskStage stage) throws Exception {
    stage.beginLending(Library.PATRON);
    stage.run().scan(Library.BOOK);
    closeCentrally(stage, true);
    stage.run().scan(Library.OTHER_BOOK);
    stage.finishInto(Screen.OutOfService.class);
    stage.run().scan(Library.NEIGHBOURS_LIBRARY_CARD);
    stage.run().expect(Screen.OutOfService.class);
    closeCentrally(stage, false);
    stage.borrow(Library.NEIGHBOUR, Library.BOOKS.getLast());

    assertEquals(3, stage.loans());
  }

  @Test
  @DisplayName("18. The reader is unplugged in the middle of a session")
  void number18(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().scan(Library.BOOK);
    stage.run().reader().down();
    stage.run().kiosk().settle();
    stage.run().scan(Library.OTHER_BOOK);
    stage.finish();
    stage.run().reader().up();
    stage.run().kiosk().settle();

    assertEquals(2, stage.loans());
  }

  @Test
  @DisplayName("19. The paper ends in the middle of a receipt")
  void number19(KioskStage stage) {
    stage.run().printer().endPaperAfter(5);
    stage.beginLending(Library.PATRON);
    stage.run().scan(Library.BOOK);
    stage.run().press(Action.FINISH_WITH_RECEIPT);

    assertTrue(stage.rows().contains("E-304"), stage.rows());
    assertTrue(stage.rows().contains("返却日  12月 5日"), stage.rows());
    assertEquals(List.of(), stage.run().printer().printed());
  }

  @Test
  @DisplayName("20. All screens at 200 % text, by keypad only, and read aloud by script")
  void number20() {
    Catalogue catalogue = new Catalogue();
    ScreenView view = new ScreenView(
        catalogue, SampleStates.SITE, Theme.standard(), Grid.of(60, 22), Grid.of(30, 11));
    SpeechScript script = new SpeechScript(catalogue, SampleStates.SITE);
    for (Language language : Language.values()) {
      Preferences large = Preferences.of(language).withLarge(true);
      SampleStates.all().forEach((name, state) -> {
        Screen screen = Screens.of(state, SampleStates.RULES);
        Set<Action> touched = touchable(view, screen, large);
        List<Action> offered = screen.choices().stream().map(Choice::action).toList();
        assertTrue(touched.containsAll(offered), name);
        for (int number = 1; number <= screen.choices().size(); number++) {
          Choice choice = screen.choices().get(number - 1);
          assertEquals(Optional.of(choice.action()), screen.actionFor((char) ('0' + number)), name);
        }
        for (Choice.Way way : List.of(Choice.Way.OUT, Choice.Way.ON)) {
          Optional<Action> first = screen.choices().stream()
              .filter(choice -> choice.way() == way)
              .map(Choice::action)
              .findFirst();
          first.ifPresent(action -> assertEquals(
              first, screen.actionFor(way == Choice.Way.OUT ? '0' : '#'), name + action));
        }
        assertEquals(screen.helpOffered(), screen.actionFor('*').isPresent(), name);
        String said = script.whole(screen, language, false).stream()
            .map(Spoken::text)
            .collect(Collectors.joining("\n"));
        assertTrue(said.lines().count() > screen.choices().size(), name + ": " + said);
      });
    }
  }

  @Test
  @DisplayName("21. No name, number or title in log, receipt or audit trail")
  void number21(KioskStage stage) throws Exception {
    RecordedLog log = new RecordedLog();
    try (log) {
      log.record();
      borrowWithReceipt(stage, Library.BOOK);
      stage.run().sync();
    }
    String logged = String.join("\n", log.lines());
    String told = logged + receipt(stage) + audit(stage);

    assertFalse(told.contains(Library.LIBRARY_CARD), told);
    assertFalse((logged + audit(stage)).contains(Library.TITLE), told);
    assertFalse(told.contains("貸出太郎"), told);
  }

  /** What can be touched on any page of a screen. */
  private static Set<Action> touchable(ScreenView view, Screen screen, Preferences preferences) {
    Set<Action> actions = new HashSet<>();
    int pages = view.draw(screen, preferences, 0).pages();
    for (int page = 0; page < pages; page++) {
      Frame frame = view.draw(screen, preferences, page);
      assertEquals(30, frame.image().getSize().getColumns());
      frame.targets().forEach(target -> actions.add(target.action()));
    }
    return actions;
  }

  private static void borrowWithReceipt(KioskStage stage, String item) {
    stage.beginLending(Library.PATRON);
    stage.run().scan(item);
    stage.run().press(Action.FINISH_WITH_RECEIPT);
    stage.run().press(Action.FINISH);
  }

  private static String receipt(KioskStage stage) {
    return String.join("\n", stage.run().printer().printed().getFirst().lines());
  }

  private static String audit(KioskStage stage) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(stage.stateDirectory())) {
      for (Path file : files.filter(KioskStage::isAudit).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  /** As the command {@code central close} does it while central runs. */
  private static void closeCentrally(KioskStage stage, boolean closed) throws Exception {
    CentralConfig config = DemoLibrary.config(stage.folder().resolve("central"), 0);
    try (CentralStore store = CentralStore.open(config.storeSettings())) {
      store.kiosks().close("demo-1", closed);
    }
    stage.run().sync();
  }

  /** What central has in its database. */
  private static List<String> central(KioskStage stage, String query, String item)
      throws SQLException {
    String database = "jdbc:sqlite:" + stage.folder().resolve("central").resolve("central.db");
    List<String> values = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query.formatted(item))) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  /** How many loans a start finds in the files as a power cut would leave them at this moment. */
  private static int durable(Path state, Path copy) throws Exception {
    Files.createDirectory(copy);
    for (String name : List.of("kiosk.db", "kiosk.db-wal", "kiosk.db.key")) {
      Path file = state.resolve(name);
      if (Files.exists(file)) {
        Files.copy(file, copy.resolve(name));
      }
    }
    StoreSettings settings = StoreSettings.ofKiosk(copy.resolve("kiosk.db"), "demo-1");
    try (Store store = Store.open(settings, new SecureRandom())) {
      OutboxCounts counts = store.outboxCounts();
      return counts.pending() + counts.confirmed() + counts.confirmedWithException();
    }
  }
}
