package org.kashidashi.hal.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Supervisor} that watches with a patience of 15 s keeps to. */
public abstract class SupervisorContract {
  private SupervisorBench bench;

  protected abstract SupervisorBench bench();

  @BeforeEach
  void setUp() {
    bench = bench();
  }

  @AfterEach
  void tearDown() {
    bench.close();
  }

  @Test
  void saysHowLongItWaits() {
    assertEquals(Optional.of(Duration.ofSeconds(15)), bench.supervisor().patience());
  }

  @Test
  void hearsALifeInOrder() {
    bench.supervisor().ready();
    bench.supervisor().status("serving 貸出");
    bench.supervisor().alive();
    bench.supervisor().alive();
    bench.supervisor().stopping();
    assertEquals(
        List.of("ready", "status serving 貸出", "alive", "alive", "stopping"), bench.heard());
  }
}
