package org.kashidashi.kiosk.proof;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.kashidashi.hal.sim.CardHolder;
import org.kashidashi.hal.sim.CardIssuer;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.SimPanelInput;
import org.kashidashi.hal.sim.SimPrinter;
import org.kashidashi.hal.sim.SimScanner;
import org.kashidashi.hal.sim.SimSignal;
import org.kashidashi.hal.sim.SimTimeSource;
import org.kashidashi.hal.sim.TestHierarchy;
import org.kashidashi.hal.supervisor.NoSupervisor;
import org.kashidashi.kiosk.app.Devices;
import org.kashidashi.kiosk.app.Panel;
import org.kashidashi.kiosk.app.RunningKiosk;
import org.kashidashi.kiosk.app.Wiring;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.kiosk.app.demo.ScriptedKiosk;
import org.kashidashi.kiosk.config.Configuration;

/**
 * A whole kiosk on its threads, and a patron who never stops borrowing: a process to be killed or
 * measured.
 *
 * <p>Says on standard output what was scanned, and what the screen said of it.
 */
public final class BusyKiosk {
  private static final String CUT_SHORT = "E-306";
  private static final Pattern LENT = Pattern.compile("済 +試験の本(\\d{6})");
  private static final int BOOKS_A_SESSION = 3;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Set<Integer> told = new HashSet<>();
  private final WatchedDisplay display = new WatchedDisplay(ScriptedKiosk.SIZE, this::tell);
  private final SimCardReader reader = SimCardReader.inRealTime("simulated reader");
  private final SimScanner scanner = SimScanner.pluggedIn("simulated scanner");
  private final SimPanelInput panel =
      new SimPanelInput(ScriptedKiosk.SIZE.getColumns(), ScriptedKiosk.SIZE.getRows());

  private BusyKiosk() {}

  /** Arguments: the library's folder, the first item to borrow, how many sessions (0: no end). */
  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("").setLevel(Level.SEVERE);
    new BusyKiosk()
        .run(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    System.exit(0);
  }

  private void run(Path folder, int first, int sessions) throws Exception {
    Clock clock = DemoStation.clock();
    SecureRandom random = new SecureRandom();
    Configuration configuration = Configuration.read(folder.resolve("kiosk.toml"));
    CardIssuer issuer =
        new CardIssuer(TestHierarchy.open(folder.resolve("authority"), random), clock, random);
    List<SimCard> cards = IntStream.rangeClosed(1, ProofLibrary.PATRONS.size())
        .mapToObj(holder -> issuer.issue(CardVariant.NORMAL, CardHolder.numbered(holder)))
        .toList();
    Wiring wiring = Wiring.open(
        configuration,
        new Wiring.Surroundings(clock, System::nanoTime, SimTimeSource.trusted(), random));
    RunningKiosk kiosk = new RunningKiosk(
        wiring.manner(),
        new Devices(reader, scanner, new SimPrinter(32), new SimSignal()),
        wiring.services(),
        clock,
        new NoSupervisor());
    Thread working = Thread.ofPlatform()
        .daemon()
        .start(() -> System.exit(kiosk.run(Panel.of(display, panel), press -> false)));
    if (display.awaitAny(List.of("開始", CUT_SHORT)).equals(CUT_SHORT)) {
      // Whoever was killed in the middle of a loan is told of it at the next start.
      panel.type("0");
      display.await("開始");
    }
    out.println("READY");
    for (int session = 0; sessions == 0 || session < sessions; session++) {
      int item = first + session * BOOKS_A_SESSION;
      borrow(cards.get(item / BOOKS_A_SESSION % cards.size()), item);
      out.printf("SESSION %d%n", session + 1);
    }
    working.interrupt();
  }

  private void borrow(SimCard card, int first) throws InterruptedException {
    display.await("開始");
    panel.type("1");
    display.await("カードを置いてください");
    reader.insert(card);
    display.await("カードがあります");
    panel.type("1");
    display.await("カードをお取りください");
    reader.remove();
    display.await("本のバーコードを読ませてください");
    for (int index = first; index < first + BOOKS_A_SESSION; index++) {
      out.printf("SCANNED %d%n", index);
      scanner.scan(ProofLibrary.barcode(index));
      display.await(ProofLibrary.title(index));
    }
    panel.type("2");
    display.await("貸出が終わりました");
    panel.type("1");
  }

  /** Called by the display's thread: what a patron sees now was promised. */
  private void tell(List<String> rows) {
    for (String row : rows) {
      Matcher lent = LENT.matcher(row);
      if (lent.find() && told.add(Integer.parseInt(lent.group(1)))) {
        out.printf("SHOWN %d%n", Integer.parseInt(lent.group(1)));
      }
    }
  }
}
