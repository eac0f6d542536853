package org.kashidashi.kiosk.scenario;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.server.CentralServer;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.ils.Circuit;
import org.kashidashi.sync.ils.IlsConnector;
import org.kashidashi.sync.ils.IlsConnectorContract;
import org.kashidashi.sync.ils.central.CentralConnector;
import org.kashidashi.sync.ils.central.CentralExchange;
import org.kashidashi.sync.ils.central.CentralSettings;

/** The kiosk's connector and the real central behind it keep to the contract together. */
final class CentralContractTest extends IlsConnectorContract {
  private static final Clock CLOCK = Clock.fixed(LENT_AT, ZoneId.of("Asia/Tokyo"));
  private static final Duration PAUSE = Duration.ofSeconds(5);

  @TempDir
  Path folder = Path.of("");

  @Override
  protected Fixture open(String test) throws Exception {
    CentralConfig config = DemoLibrary.config(folder, 0);
    CentralFiles.load(
        config,
        PATRONS.stream().map(CentralContractTest::row).toList(),
        ITEMS.stream().map(CentralContractTest::row).toList());
    return new RealCentral(CentralServer.start(config, CLOCK));
  }

  private static String row(PatronStanding patron) {
    String blocks = patron.blocks().stream().map(Enum::name).collect(Collectors.joining(" "));
    return String.join(
        ",",
        List.of(
            patron.patron().number(),
            patron.expires().toString(),
            patron.renewal().name(),
            blocks,
            "RESIDENT",
            Integer.toString(patron.loanLimit()),
            Integer.toString(patron.loanDays())));
  }

  private static String row(Item item) {
    return String.join(
        ",", List.of(item.barcode().number(), item.title(), item.itemClass().name()));
  }

  private static final class RealCentral implements Fixture {
    private final CentralExchange exchange;
    private final IlsConnector connector;
    private Optional<CentralServer> server;

    RealCentral(CentralServer started) {
      URI address = URI.create("http://127.0.0.1:" + started.port());
      this.server = Optional.of(started);
      this.exchange =
          new CentralExchange(CentralSettings.of(address, "k1"), new Circuit(CLOCK, PAUSE));
      this.connector = new CentralConnector(exchange, CLOCK);
    }

    @Override
    public IlsConnector connector() {
      return connector;
    }

    @Override
    public void cutOff() throws IOException {
      if (server.isEmpty()) {
        return;
      }
      try {
        server.get().close();
      } catch (StoreException e) {
        throw new IOException(e);
      }
      server = Optional.empty();
    }

    @Override
    public void close() throws IOException {
      exchange.close();
      cutOff();
    }
  }
}
