package org.kashidashi.kiosk.app;

import com.googlecode.lanterna.TerminalSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.SimDisplay;
import org.kashidashi.hal.sim.SimPanelInput;
import org.kashidashi.hal.sim.SimPrinter;
import org.kashidashi.hal.sim.SimScanner;
import org.kashidashi.hal.sim.SimSignal;
import org.kashidashi.hal.sim.SimTimeSource;
import org.kashidashi.hal.supervisor.NoSupervisor;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Standing;
import org.kashidashi.sync.store.StoreException;

/** A kiosk on its threads with simulated devices, which technicians can ask. */
final class DiagnosedKiosk implements AutoCloseable {
  static final TerminalSize SIZE = new TerminalSize(60, 22);

  final SimDisplay display = new SimDisplay(SIZE);
  final SimPanelInput input = new SimPanelInput(SIZE.getColumns(), SIZE.getRows());
  final SimCardReader reader = SimCardReader.inRealTime("simulated reader");
  final SimScanner scanner = SimScanner.pluggedIn("simulated scanner");
  final SimPrinter printer = new SimPrinter(32);
  final DemoStation station;
  final Path socket;
  private final Wiring wiring;
  private final Devices devices;
  private final RunningKiosk kiosk;
  private final Thread thread;

  /** Leaves the machine of an earlier test open. */
  static void open(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve("kiosk/service-mode"));
  }

  DiagnosedKiosk(Path folder) throws Exception {
    this(folder, DemoStation.open(folder, DemoStation.clock(), new SecureRandom()));
  }

  private DiagnosedKiosk(Path folder, DemoStation station) throws Exception {
    Clock clock = DemoStation.clock();
    this.station = station;
    this.socket = folder.resolve("diagnosis.sock");
    this.wiring = Wiring.open(
        station.configuration(),
        new Wiring.Surroundings(
            clock, System::nanoTime, SimTimeSource.trusted(), new SecureRandom()));
    this.devices = new Devices(reader, scanner, printer, new SimSignal());
    this.kiosk = new RunningKiosk(
        wiring.manner(),
        devices,
        wiring.services(),
        clock,
        new NoSupervisor(),
        Optional.of(new KioskDiagnosis.Setup(
            station.configuration(), wiring.exchange(), wiring.services(), clock, socket)));
    this.thread = Thread.ofPlatform()
        .name("kiosk")
        .start(() -> kiosk.run(Panel.of(display, input), _ -> false));
    Awaitility.await().until(() -> kiosk.diagnosis().isDone() && seen(Part.READER));
  }

  Diagnosis live() {
    return kiosk.diagnosis().join();
  }

  boolean seen(Part part) throws Exception {
    return live().health().conditions().stream()
        .anyMatch(known -> known.part() == part && known.standing() != Standing.UNKNOWN);
  }

  @Override
  public void close() throws StoreException, org.kashidashi.central.store.StoreException {
    kiosk.stop();
    Awaitility.await().until(() -> !thread.isAlive());
    devices.close();
    wiring.close();
    station.close();
  }
}
