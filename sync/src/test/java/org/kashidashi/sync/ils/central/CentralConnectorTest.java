package org.kashidashi.sync.ils.central;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.kashidashi.sync.ils.Circuit;
import org.kashidashi.sync.ils.IlsConnector;
import org.kashidashi.sync.ils.IlsConnectorContract;

final class CentralConnectorTest extends IlsConnectorContract {
  private static final Clock CLOCK = Clock.fixed(LENT_AT, ZoneId.of("Asia/Tokyo"));

  @Override
  protected Fixture open(String test) throws IOException {
    TranscriptServer server = new TranscriptServer(test);
    CentralExchange exchange = new CentralExchange(
        CentralSettings.of(server.address(), "k1"), new Circuit(CLOCK, Duration.ofSeconds(5)));
    IlsConnector connector = new CentralConnector(exchange, CLOCK);
    return new Fixture() {
      @Override
      public IlsConnector connector() {
        return connector;
      }

      @Override
      public void cutOff() {
        server.close();
      }

      @Override
      public void close() {
        exchange.close();
        server.close();
      }
    };
  }
}
