package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.pty.AnsiScreen;
import org.kashidashi.hal.pty.Pty;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimTimeSource;
import org.kashidashi.hal.sim.VirtualReaderLink;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.proof.ProofLibrary;
import org.kashidashi.sync.circulation.CirculationStatus;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemFacts;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.ils.IlsConnector;
import org.kashidashi.sync.ils.IlsReply;
import org.kashidashi.sync.store.OutboxCounts;

/**
 * The program {@code kiosk run} as a process of its own, on the PC/SC service with a virtual reader,
 * a serial line as scanner and a terminal as panel. Run by packaging/with-pcscd.
 */
class KioskRunIT {
  private static final int COLUMNS = 60;
  private static final int ROWS = 22;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SILENCE = Duration.ofMillis(50);

  @TempDir
  private Path folder;

  private final Clock clock = Clock.system(DemoStation.ZONE);
  private final Pty panel = Pty.open();
  private final Pty scanner = Pty.open();
  private final AnsiScreen screen = new AnsiScreen(COLUMNS, ROWS, AnsiScreen.DrawnWide.NOTHING);
  private DemoStation station;
  private Process kiosk;

  @BeforeEach
  void startKiosk() throws Exception {
    panel.resize(COLUMNS, ROWS);
    station = ProofLibrary.open(folder, 10, clock);
    Path configuration = folder.resolve("run.toml");
    Files.writeString(configuration, configuration(Files.readString(folder.resolve("kiosk.toml"))));
    kiosk = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-ea",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "run",
            "--config",
            configuration.toString())
        .redirectError(folder.resolve("kiosk.log").toFile())
        .start();
  }

  @AfterEach
  void stopKiosk() throws Exception {
    kiosk.destroy();
    if (!kiosk.waitFor(10, TimeUnit.SECONDS)) {
      kiosk.destroyForcibly();
    }
    station.close();
    scanner.close();
    panel.close();
  }

  @Test
  void lendsThreeItemsOnRealParts() throws Exception {
    awaitText("開始");
    panel.send("1");
    awaitText("カードを置いてください");
    try (VirtualReaderLink link = VirtualReaderLink.insert(station.card(CardVariant.NORMAL, 1))) {
      awaitText("カードがあります");
      panel.send("1");
      awaitText("カードをお取りください");
      assertEquals(
          List.of(0xA4, 0xB0),
          link.received().stream().map(command -> command.ins()).distinct().toList(),
          "only SELECT and READ BINARY may reach the card");
    }
    awaitText("本のバーコードを読ませてください");
    for (int index = 0; index < 3; index++) {
      // Start and stop characters as many scanners send them for NW-7.
      scanner.send("A" + ProofLibrary.barcode(index) + "A\r\n");
      awaitText(ProofLibrary.title(index));
    }
    scanner.send("9784000000000\r\n");
    awaitText("E-202");
    panel.send("1");
    awaitText("3点 借りました");
    panel.send("1");
    awaitText("開始");
    kiosk.destroy();
    assertTrue(kiosk.waitFor(10, TimeUnit.SECONDS), "the kiosk does not end when it is told to");
    assertConfirmed(3);
  }

  @Test
  void lendsByLibraryCardWithoutAnyTouch() throws Exception {
    awaitText("開始");
    scanner.send(ProofLibrary.PATRONS.getFirst() + "\r\n");
    awaitText("本のバーコードを読ませてください");
    scanner.send(ProofLibrary.barcode(0) + "\r\n");
    awaitText(ProofLibrary.title(0));
  }

  private static String drivers(String configuration, String section, String with) {
    String simulated = "[%s]\ndriver = \"simulated\"\n".formatted(section);
    if (!configuration.contains(simulated)) {
      throw new IllegalStateException("no simulated " + section + " in " + configuration);
    }
    return configuration.replace(simulated, "[%s]\n%s\n".formatted(section, with));
  }

  private String configuration(String demo) {
    String text = drivers(demo, "reader", "driver = \"pcsc\"\nname = \"Virtual PCD 00 00*\"");
    text =
        drivers(text, "scanner", "driver = \"serial\"\npath = \"%s\"".formatted(scanner.device()));
    return text + """

        [display]
        driver = "terminal"
        tty = "%s"
        columns = %d
        rows = %d
        """.formatted(panel.device(), COLUMNS, ROWS);
  }

  private void awaitText(String text) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (screen.rows().stream().noneMatch(row -> row.contains(text))) {
      screen.feed(panel.receive(SILENCE));
      if (System.nanoTime() > end || !kiosk.isAlive()) {
        throw new AssertionError("'%s' does not come; the screen is\n%s\nand the log\n%s"
            .formatted(
                text,
                String.join("\n", screen.rows()),
                Files.readString(folder.resolve("kiosk.log"))));
      }
    }
  }

  /** Opens the store that the kiosk has left, sends the rest, and asks central itself. */
  private void assertConfirmed(int loans) throws Exception {
    Configuration configuration = station.configuration();
    Wiring.Surroundings around = new Wiring.Surroundings(
        clock, System::nanoTime, SimTimeSource.trusted(), new SecureRandom());
    try (Wiring wiring = Wiring.open(configuration, around)) {
      wiring.services().engine().runOnce();
      OutboxCounts counts = wiring.services().store().outboxCounts();
      // Where nobody sets this machine's clock, central notes that with each loan.
      assertEquals(loans, counts.confirmed() + counts.confirmedWithException(), counts.toString());
      assertEquals(0, counts.pending() + counts.quarantined() + counts.parked(), counts.toString());
      IlsConnector central = wiring.services().connector();
      for (int index = 0; index < loans; index++) {
        IlsReply<ItemFacts> reply = central.item(
            new ItemBarcode(ProofLibrary.barcode(index)),
            new PatronId(ProofLibrary.PATRONS.getFirst()));
        assertTrue(
            reply instanceof IlsReply.Found<ItemFacts> found
                && found.value().status() == CirculationStatus.ON_LOAN_TO_PATRON,
            "central says of item %d: %s".formatted(index, reply));
      }
    }
  }
}
