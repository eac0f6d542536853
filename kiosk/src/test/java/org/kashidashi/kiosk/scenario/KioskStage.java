package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimTimeSource;
import org.kashidashi.kiosk.app.demo.DemoRun;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;
import org.kashidashi.kiosk.session.Offers;
import org.kashidashi.sync.store.OutboxCounts;
import org.kashidashi.sync.store.StoreException;

/** A whole kiosk in an invented library, and what scenarios do at it over and over. */
final class KioskStage implements AutoCloseable {
  private final Path folder;
  private final StringWriter printed = new StringWriter();
  private final DemoRun run;
  private final CentralView central;

  private KioskStage(Path folder, SimTimeSource timeSource) throws Exception {
    this.folder = folder;
    AuthorityKeys.copyTo(folder);
    this.run =
        new DemoRun(folder, AuthorityKeys.random(), new PrintWriter(printed, true), timeSource);
    this.central = new CentralView(run.station().configuration().central().url());
  }

  /** A kiosk in this empty folder. The caller closes. */
  static KioskStage open(Path folder) throws Exception {
    return open(folder, SimTimeSource.trusted());
  }

  static KioskStage open(Path folder, SimTimeSource timeSource) throws Exception {
    return new KioskStage(folder, timeSource);
  }

  /** At a library that offers this. */
  static KioskStage offering(Path folder, Offers.Service... services) throws Exception {
    List<String> names = Stream.of(services)
        .map(service -> '"' + service.name().toLowerCase(Locale.ROOT) + '"')
        .toList();
    Files.writeString(
        folder.resolve(DemoStation.LIBRARY_FILE), "[session.offers]\nservices = " + names + "\n");
    return open(folder);
  }

  DemoRun run() {
    return run;
  }

  CentralView central() {
    return central;
  }

  /** Everything that was shown and printed so far. */
  String printed() {
    return printed.toString();
  }

  Path folder() {
    return folder;
  }

  Path stateDirectory() {
    return folder.resolve("kiosk");
  }

  /** 開始, a card, マイナンバーカード読取. */
  void readCard(CardVariant variant, int holder) {
    run.press(Action.START);
    run.placeCard(variant, holder);
    run.press(Action.READ_CARD);
  }

  /** Up to the screen that asks for books. */
  void beginLending(int holder) {
    run.press(Action.START);
    beginLendingFromPrompt(holder);
  }

  /** The same, once a card is asked for. */
  void beginLendingFromPrompt(int holder) {
    run.placeCard(CardVariant.NORMAL, holder);
    run.press(Action.READ_CARD);
    run.expect(Screen.TakeCard.class);
    run.liftCard();
    run.expect(Screen.Lending.class);
  }

  /** Back to the first screen, by whichever button of a refusal leads there. */
  void leaveRefusal() {
    Screen.Refused refused = assertInstanceOf(Screen.Refused.class, run.kiosk().screen());
    List<Action> ways = refused.refusal().ways();
    if (ways.contains(Action.BACK_TO_START)) {
      run.press(Action.BACK_TO_START);
    } else if (ways.contains(Action.STOP)) {
      run.press(Action.STOP);
    } else {
      run.press(Action.USE_LIBRARY_CARD);
      run.press(Action.STOP);
    }
    run.expect(Screen.Idle.class);
  }

  void finish() {
    finishInto(Screen.Idle.class);
  }

  void finishInto(Class<? extends Screen> next) {
    run.press(Action.FINISH_WITHOUT_RECEIPT);
    run.expect(Screen.Finished.class);
    run.press(Action.FINISH);
    run.expect(next);
  }

  /** A whole visit, from 開始 to 終了. */
  void borrow(int holder, String... items) {
    beginLending(holder);
    for (String item : items) {
      run.scan(item);
    }
    assertEquals(items.length, lending().account().lentNow(), rows());
    finish();
  }

  /** A whole visit without a My Number Card. */
  void borrowByLibraryCard(String libraryCard, String item) {
    run.scan(libraryCard);
    run.scan(item);
    assertEquals(1, lending().account().lentNow(), rows());
    finish();
  }

  Screen.Lending lending() {
    return assertInstanceOf(Screen.Lending.class, run.kiosk().screen());
  }

  String rows() {
    return String.join("\n", run.kiosk().rows());
  }

  OutboxCounts outbox() {
    try {
      return run.services().store().outboxCounts();
    } catch (StoreException e) {
      throw new AssertionError("the outbox cannot be counted", e);
    }
  }

  /** Adds these items to central's catalogue. */
  void catalogue(List<String> items) throws Exception {
    run.centralDown();
    CentralFiles.load(
        DemoLibrary.config(folder.resolve("central"), 0),
        List.of(),
        items.stream().map(item -> item + ",見本の本,STANDARD").toList());
    run.centralUp();
    run.sync();
  }

  /** How many loans were made durable since the kiosk was set up. */
  int loans() {
    OutboxCounts counts = outbox();
    return counts.pending()
        + counts.confirmed()
        + counts.confirmedWithException()
        + counts.quarantined()
        + counts.parked();
  }

  /** The records of this kind in the audit trail, oldest first. */
  List<JsonObject> audited(String kind) {
    List<JsonObject> records = new ArrayList<>();
    try (Stream<Path> files = Files.list(stateDirectory())) {
      for (Path file : files.filter(KioskStage::isAudit).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          records.add(JsonParser.parseString(line).getAsJsonObject());
        }
      }
    } catch (IOException e) {
      throw new AssertionError("the audit trail cannot be read", e);
    }
    return records.stream()
        .filter(entry -> entry.get("kind").getAsString().equals(kind))
        .toList();
  }

  static boolean isAudit(Path file) {
    return file.getFileName().toString().startsWith("audit-");
  }

  @Override
  public void close() throws StoreException, org.kashidashi.central.store.StoreException {
    central.close();
    run.close();
  }
}
