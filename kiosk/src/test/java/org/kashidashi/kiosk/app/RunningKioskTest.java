package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.graphics.TextImage;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.display.Display;
import org.kashidashi.hal.display.TextSize;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.SimPanelInput;
import org.kashidashi.hal.sim.SimPrinter;
import org.kashidashi.hal.sim.SimScanner;
import org.kashidashi.hal.sim.SimSignal;
import org.kashidashi.hal.sim.SimTimeSource;
import org.kashidashi.hal.supervisor.NoSupervisor;
import org.kashidashi.kiosk.app.demo.DemoStation;

@Timeout(60)
final class RunningKioskTest {
  private static final TerminalSize SIZE = new TerminalSize(60, 22);

  @TempDir
  Path folder;

  /** Notes for each picture which of the threads that could paint another one are alive. */
  private static final class LastWord implements Display {
    private final List<String> painters = new ArrayList<>();
    private boolean outOfService;

    @Override
    public TerminalSize size(TextSize text) {
      return text == TextSize.NORMAL
          ? SIZE
          : new TerminalSize(SIZE.getColumns() / 2, SIZE.getRows() / 2);
    }

    @Override
    public synchronized void show(TextImage image) {
      outOfService = Cells.rows(image).stream().anyMatch(row -> row.contains("E-305"));
      painters.clear();
      Thread.getAllStackTraces().keySet().stream()
          .map(Thread::getName)
          .filter(Set.of("session", "display")::contains)
          .forEach(painters::add);
    }

    @Override
    public void close() {
      // There is no device behind it.
    }
  }

  @Test
  void saysOutOfServiceAfterAllOthersHaveEndedWhenSomethingFails() throws Exception {
    Clock clock = DemoStation.clock();
    SecureRandom random = new SecureRandom();
    LastWord display = new LastWord();
    SimPanelInput input = new SimPanelInput(SIZE.getColumns(), SIZE.getRows());
    try (DemoStation station = DemoStation.open(folder, clock, random);
        Wiring wiring = Wiring.open(
            station.configuration(),
            new Wiring.Surroundings(clock, System::nanoTime, SimTimeSource.trusted(), random));
        Devices devices = new Devices(
            SimCardReader.inRealTime("simulated reader"),
            SimScanner.pluggedIn("simulated scanner"),
            new SimPrinter(32),
            new SimSignal())) {
      RunningKiosk kiosk =
          new RunningKiosk(wiring.manner(), devices, wiring.services(), clock, new NoSupervisor());
      input.type("x");
      int code = kiosk.run(Panel.of(display, input), press -> {
        throw new IllegalStateException("a mistake, made for the test");
      });
      assertEquals(Threads.MISTAKE, code);
    }
    synchronized (display) {
      assertTrue(display.outOfService);
      assertEquals(List.of(), display.painters);
    }
  }
}
