package org.kashidashi.kiosk.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.UnaryOperator;
import org.kashidashi.central.http.ListenException;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimScanner;
import org.kashidashi.hal.sim.SimTimeSource;
import org.kashidashi.hal.supervisor.NoSupervisor;
import org.kashidashi.kiosk.app.RunningCounter;
import org.kashidashi.kiosk.app.Wiring;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.config.ConfigurationException;
import org.kashidashi.kiosk.counter.TerminalDialogue;
import org.kashidashi.kiosk.identity.TrustStoreException;
import org.kashidashi.sync.store.StoreException;

/**
 * The counter's desk in a terminal, where one person plays staff and patron, and lays simulated
 * cards down by letters behind a colon.
 */
public final class DemoCounter {
  private static final String LIBRARY_CARD = "9999900120";
  private static final List<String> BOOKS = List.of("1000000016", "1000000024", "1000000032");

  private final Path folder;
  private final SecureRandom random;
  private final ScheduledExecutorService timer;
  private final DemoCards cards = new DemoCards(
      new DemoCards.Card("未連携のカード", CardVariant.NORMAL, 20),
      new DemoCards.Card("連携済みのカード", CardVariant.NORMAL, 1),
      new DemoCards.Card("顔認証のカード", CardVariant.FACE_AUTHENTICATION, 20),
      new DemoCards.Card("住基カード", CardVariant.JUKI, 1));
  private final SimScanner scanner = SimScanner.pluggedIn("simulated scanner");
  private int book;

  /**
   * @param folder empty, for whatever the run leaves behind
   * @param timer stays the caller's to close
   */
  public DemoCounter(Path folder, SecureRandom random, ScheduledExecutorService timer) {
    this.folder = folder;
    this.random = random;
    this.timer = timer;
  }

  /**
   * Runs until the person closes the terminal, with Ctrl-D.
   *
   * @return the program's exit code
   */
  public int run()
      throws IOException, ConfigurationException, StoreException, TrustStoreException,
          ListenException, org.kashidashi.central.store.StoreException {
    Clock clock = DemoStation.clock();
    try (DemoStation station =
        DemoStation.openWithStaff(folder, clock, random, UnaryOperator.identity())) {
      Configuration configuration = station.counterConfiguration();
      try (Wiring wiring = Wiring.open(
              configuration,
              new Wiring.Surroundings(clock, System::nanoTime, SimTimeSource.trusted(), random),
              station.authority());
          TerminalDialogue terminal =
              TerminalDialogue.onStandardStreams(configuration.counter().idle(), timer)) {
        DemoDialogue staff = new DemoDialogue(terminal, letter -> work(letter, station));
        staff.tell(explanation());
        RunningCounter counter = new RunningCounter(
            RunningCounter.Parts.of(
                configuration.counter(), wiring, cards.reader(), scanner, clock),
            new NoSupervisor());
        return counter.run(terminal, staff);
      } finally {
        closeDevices();
      }
    }
  }

  private void closeDevices() {
    cards.close();
    scanner.close();
  }

  private String work(String letter, DemoStation station) {
    return switch (letter) {
      case "c" -> moveCard(station);
      case "k" -> {
        cards.next();
        yield ": " + cards.label();
      }
      case "b" -> {
        book = (book + 1) % BOOKS.size();
        yield BOOKS.get(book);
      }
      case "l" -> LIBRARY_CARD;
      default -> explanation();
    };
  }

  private String moveCard(DemoStation station) {
    cards.move(station);
    return ": %s を%s".formatted(cards.label(), cards.lies() ? "置きました" : "取りました");
  }

  private static String explanation() {
    return """
        :c カードを置く・取る   :k 別のカード   :b 本のバーコード   :l 貸出券のバーコード
        職員 %s / %s   カードの暗証番号 1234   Ctrl-D で終わる""".formatted(DemoStation.STAFF, DemoStation.STAFF_PASSWORD);
  }
}
