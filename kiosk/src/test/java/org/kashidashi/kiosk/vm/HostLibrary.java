package org.kashidashi.kiosk.vm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.server.CentralServer;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.kiosk.proof.ProofLibrary;

/** The invented library around the machine: its central, outside, and its card holders. */
@SuppressWarnings("try") // closed by the main thread of the proof alone
final class HostLibrary implements AutoCloseable {
  /** What the machine's configuration calls its kiosk. */
  private static final String KIOSK = "machine-1";

  /** By which the machine calls central. */
  private static final String CENTRAL_NAME = "10.0.2.100";

  private final Path folder;
  private final DemoStation station;
  private final int centralPort;
  private CentralServer central;

  private HostLibrary(Path folder, DemoStation station, CentralServer central) {
    this.folder = folder;
    this.station = station;
    this.central = central;
    this.centralPort = central.port();
  }

  /** Sets the library up in an empty folder; its central authenticates kiosks. */
  static HostLibrary open(Path folder, int items) throws Exception {
    Clock clock = Clock.system(DemoStation.ZONE);
    DemoStation station = ProofLibrary.open(folder, items, clock);
    station.centralDown();
    CentralConfig config =
        DemoLibrary.securedConfig(folder.resolve("central"), "127.0.0.1", 0, List.of(CENTRAL_NAME));
    return new HostLibrary(folder, station, CentralServer.start(config, clock));
  }

  int centralPort() {
    return centralPort;
  }

  /** Central's machine is switched off; its kiosks call a port at which nobody is. */
  void stopCentral() throws Exception {
    central.close();
  }

  /** The same central at the same port again. */
  void startCentral() throws Exception {
    Clock clock = Clock.system(DemoStation.ZONE);
    central = CentralServer.start(
        DemoLibrary.securedConfig(
            folder.resolve("central"), "127.0.0.1", centralPort, List.of(CENTRAL_NAME)),
        clock);
  }

  /** The code that lets the machine's kiosk in, once. */
  String enrolmentCode() throws Exception {
    return central.enrolmentCode(KIOSK);
  }

  SimCard card(int holder) {
    return station.card(CardVariant.NORMAL, holder);
  }

  /** What stands on the machine's disk before the first start. */
  void layOut(Path files) throws Exception {
    Path trust = Files.createDirectories(files.resolve("trust"));
    try (Stream<Path> anchors = Files.list(folder.resolve("trust"))) {
      for (Path anchor : anchors.toList()) {
        Files.copy(
            anchor, trust.resolve(anchor.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.copy(
        folder.resolve("persons.csv"),
        files.resolve("persons.csv"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** How often central has each item lent to somebody of the proof. */
  Map<String, Integer> loansAtCentral() throws SQLException {
    return loans(folder.resolve("central").resolve("central.db"));
  }

  /** How often each item of the proof is in a database's loans. */
  static Map<String, Integer> loans(Path database) throws SQLException {
    Map<String, Integer> times = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT item FROM loans WHERE item LIKE '15%'")) {
      while (rows.next()) {
        times.merge(rows.getString(1), 1, Integer::sum);
      }
    }
    return times;
  }

  @Override
  public void close() throws Exception {
    central.close();
    station.close();
  }
}
