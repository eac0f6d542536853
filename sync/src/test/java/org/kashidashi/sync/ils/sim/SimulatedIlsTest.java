package org.kashidashi.sync.ils.sim;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.kashidashi.sync.circulation.policy.DueDates;
import org.kashidashi.sync.ils.IlsConnector;
import org.kashidashi.sync.ils.IlsConnectorContract;

final class SimulatedIlsTest extends IlsConnectorContract {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  @Override
  protected Fixture open(String test) {
    SimulatedIls ils =
        new SimulatedIls(Clock.fixed(LENT_AT, TOKYO), new DueDates(TOKYO), Duration.ofMillis(1500));
    PATRONS.forEach(ils::add);
    ITEMS.forEach(ils::add);
    return new Fixture() {
      @Override
      public IlsConnector connector() {
        return ils;
      }

      @Override
      public void cutOff() {
        ils.setDown(true);
      }

      @Override
      public void close() {}
    };
  }
}
