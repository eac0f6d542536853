package org.kashidashi.kiosk.app.demo;

import com.googlecode.lanterna.TerminalSize;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.kashidashi.central.http.ListenException;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.driver.terminal.TerminalBell;
import org.kashidashi.hal.driver.terminal.TerminalPanel;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimPrinter;
import org.kashidashi.hal.sim.SimScanner;
import org.kashidashi.hal.sim.SimTimeSource;
import org.kashidashi.hal.supervisor.NoSupervisor;
import org.kashidashi.kiosk.app.Devices;
import org.kashidashi.kiosk.app.Panel;
import org.kashidashi.kiosk.app.RunningKiosk;
import org.kashidashi.kiosk.app.Wiring;
import org.kashidashi.kiosk.config.ConfigurationException;
import org.kashidashi.kiosk.identity.TrustStoreException;
import org.kashidashi.sync.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kiosk in a terminal, with a desk of simulated devices that a person works with letter keys.
 *
 * <p>{@link #handle} is called on the panel's thread.
 */
public final class DemoDesk {
  private static final Logger LOG = LoggerFactory.getLogger(DemoDesk.class);
  private static final TerminalSize PANEL = ScriptedKiosk.SIZE;
  private static final String LIBRARY_CARD = "9999900120";
  private static final String ISBN = "9784000000000";
  private static final List<Book> BOOKS = List.of(
      new Book("1000000016", "日本の図書館"),
      new Book("1000000024", "やさしい料理"),
      new Book("1000000032", "星と暦のはなし"),
      new Book("1000000107", "ことばの大辞典 (禁帯出)"),
      new Book("1000000123", "春をまつ庭 (予約あり)"),
      new Book("1000000040", "川の生きもの図鑑"));

  private record Book(String barcode, String title) {}

  private final Path folder;
  private final SecureRandom random;
  private final PrintWriter out;
  private final DemoCards cards = new DemoCards(
      new DemoCards.Card("連携済み", CardVariant.NORMAL, 1),
      new DemoCards.Card("未連携", CardVariant.NORMAL, 20),
      new DemoCards.Card("貸出券の期限切れ", CardVariant.NORMAL, 2),
      new DemoCards.Card("電子証明書の期限切れ", CardVariant.CERTIFICATE_EXPIRED, 1),
      new DemoCards.Card("顔認証", CardVariant.FACE_AUTHENTICATION, 1),
      new DemoCards.Card("住基カード", CardVariant.JUKI, 1),
      new DemoCards.Card("スマートフォン", CardVariant.PHONE_ANDROID, 1),
      new DemoCards.Card("交通カード", CardVariant.TRANSIT, 1));
  private final SimScanner scanner = SimScanner.pluggedIn("simulated scanner");
  private int book;

  /**
   * @param folder empty, for whatever the run leaves behind
   * @param out where receipts are printed once the terminal is free again
   */
  public DemoDesk(Path folder, SecureRandom random, PrintWriter out) {
    this.folder = folder;
    this.random = random;
    this.out = out;
  }

  /**
   * Runs until the person quits.
   *
   * @return the program's exit code
   */
  public int run()
      throws IOException, ConfigurationException, StoreException, TrustStoreException,
          ListenException, DisplayException, org.kashidashi.central.store.StoreException {
    Clock clock = DemoStation.clock();
    SimPrinter printer;
    int code;
    try (DemoStation station = DemoStation.open(folder, clock, random);
        Wiring wiring = Wiring.open(
            station.configuration(),
            new Wiring.Surroundings(clock, System::nanoTime, SimTimeSource.trusted(), random));
        TerminalPanel panel = TerminalPanel.onStandardStreams(PANEL);
        TerminalBell bell = new TerminalBell(panel)) {
      printer = new SimPrinter(station.configuration().printer().columns());
      panel.showCaption(caption(station));
      RunningKiosk kiosk = new RunningKiosk(
          wiring.manner(),
          new Devices(cards.reader(), scanner, printer, bell),
          wiring.services(),
          clock,
          new NoSupervisor());
      code = kiosk.run(Panel.of(panel), press -> handle(press, station, panel));
      cards.close();
      scanner.close();
    }
    printer.printed().forEach(slip -> slip.lines().forEach(out::println));
    return code;
  }

  private boolean handle(PanelEvent press, DemoStation station, TerminalPanel panel) {
    if (!(press instanceof PanelEvent.KeyTyped(char key)) || !work(key, station)) {
      return false;
    }
    try {
      panel.showCaption(caption(station));
    } catch (DisplayException gone) {
      LOG.warn("the caption cannot be shown", gone);
    }
    return true;
  }

  /** Does what the key stands for on the desk; says whether it stands for anything. */
  private boolean work(char key, DemoStation station) {
    switch (key) {
      case 'c' -> cards.move(station);
      case 'k' -> cards.next();
      case 'b' -> {
        scanner.scan(BOOKS.get(book).barcode());
        book = (book + 1) % BOOKS.size();
      }
      case 'i' -> scanner.scan(ISBN);
      case 'l' -> scanner.scan(LIBRARY_CARD);
      case 'n' -> moveNetwork(station);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void moveNetwork(DemoStation station) {
    try {
      if (station.centralIsUp()) {
        station.centralDown();
      } else {
        station.centralUp();
      }
    } catch (ListenException | org.kashidashi.central.store.StoreException failed) {
      LOG.error("the simulated network does not obey", failed);
    }
  }

  private List<String> caption(DemoStation station) {
    return List.of(
        "[c] カードを%s: %s   [k] 別のカード   [b] 本: %s"
            .formatted(
                cards.lies() ? "取る" : "置く", cards.label(), BOOKS.get(book).title()),
        "[l] 貸出券   [i] ISBN   [n] 通信を%s   [Ctrl-C] 終わる"
            .formatted(station.centralIsUp() ? "切る" : "つなぐ"));
  }
}
