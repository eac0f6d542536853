package org.kashidashi.kiosk.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.kashidashi.hal.display.CellPicture;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.SimPrinter;
import org.kashidashi.hal.sim.SimScanner;
import org.kashidashi.hal.sim.SimSignal;
import org.kashidashi.hal.sim.SimTimeSource;
import org.kashidashi.kiosk.app.Devices;
import org.kashidashi.kiosk.app.Wiring;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.kiosk.app.demo.ScriptedKiosk;
import org.kashidashi.kiosk.app.demo.VirtualTime;
import org.kashidashi.kiosk.proof.ProofLibrary;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;

/**
 * What a patron with twenty books waits for the machine, in all: from 開始 to the last screen, with a
 * card that takes its time, central asked over HTTP, every loan durable and every picture drawn.
 *
 * <p>All of it runs on one thread, so nothing overlaps; each change of the screen draws it whole.
 */
final class TwentyItems implements Figure {
  private static final String NAME = "loan.twenty_items.machine_s";
  private static final int ITEMS = 20;
  private static final int ROUNDS = 7;
  private static final int WARM_UP = 2;

  /** As in {@link CardReadTime}. */
  private static final Duration ANSWER_TIME = Duration.ofMillis(15);

  /** About those of a panel of 1024 x 600. */
  private static final int CELL = 13;

  @Override
  public List<String> names() {
    return List.of(NAME);
  }

  @Override
  public List<Measurement> measure() throws Exception {
    Path folder = Files.createTempDirectory("kashidashi-bench");
    VirtualTime time = new VirtualTime(DemoStation.TODAY, DemoStation.ZONE);
    SimCardReader reader = new SimCardReader("bench", TwentyItems::waitFor);
    SimScanner scanner = SimScanner.pluggedIn("bench");
    long[] durations = new long[ROUNDS];
    int touches = 0;
    try (DemoStation station = ProofLibrary.open(folder, ITEMS * (ROUNDS + WARM_UP), time.clock());
        Wiring wiring = Wiring.open(
            station.configuration(),
            new Wiring.Surroundings(
                time.clock(), System::nanoTime, SimTimeSource.trusted(), new SecureRandom()),
            station.authority());
        CellPicture glass = new CellPicture(FontList.debian(), CELL, 2 * CELL)) {
      ScriptedKiosk kiosk = new ScriptedKiosk(
          wiring.manner(),
          new Devices(reader, scanner, new SimPrinter(32), new SimSignal()),
          wiring.services(),
          time,
          (screen, frame) -> glass.render(frame.image()));
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        reader.insert(
            station.card(CardVariant.NORMAL, 1 + (round + WARM_UP) % 8).slowedTo(ANSWER_TIME));
        kiosk.settle();
        long start = System.nanoTime();
        touches = borrow(kiosk, reader, scanner, (round + WARM_UP) * ITEMS);
        if (round >= 0) {
          durations[round] = System.nanoTime() - start;
        }
        kiosk.press(Action.FINISH);
        kiosk.sync();
      }
    }
    Samples samples = new Samples(durations);
    return List.of(Measurement.atMost(
        NAME,
        samples.median() / 1_000,
        "s",
        1.5,
        "median of %d visits, the slowest %.2f s; %d touches"
            .formatted(ROUNDS, samples.p95() / 1_000, touches)));
  }

  /** Without what the patron does in between; returns how often the screen was touched. */
  private static int borrow(
      ScriptedKiosk kiosk, SimCardReader reader, SimScanner scanner, int first) {
    // The card lies there already, so the machine has asked for the button by itself.
    int touches = 0;
    if (kiosk.screen() instanceof Screen.Idle) {
      kiosk.press(Action.START);
      touches++;
    }
    kiosk.press(Action.READ_CARD);
    touches++;
    reader.remove();
    kiosk.settle();
    for (int item = first; item < first + ITEMS; item++) {
      scanner.scan(ProofLibrary.barcode(item));
      kiosk.settle();
    }
    kiosk.press(Action.FINISH_WITH_RECEIPT);
    touches++;
    if (!(kiosk.screen() instanceof Screen.Finished finished) || finished.lent().size() != ITEMS) {
      throw new IllegalStateException("not all are lent: " + kiosk.screen());
    }
    return touches;
  }

  private static void waitFor(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
