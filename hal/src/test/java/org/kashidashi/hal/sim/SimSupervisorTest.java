package org.kashidashi.hal.sim;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.supervisor.Supervisor;
import org.kashidashi.hal.supervisor.SupervisorBench;
import org.kashidashi.hal.supervisor.SupervisorContract;

class SimSupervisorTest extends SupervisorContract {
  @Override
  protected SupervisorBench bench() {
    SimSupervisor supervisor = new SimSupervisor(Optional.of(Duration.ofSeconds(15)));
    return new SupervisorBench() {
      @Override
      public Supervisor supervisor() {
        return supervisor;
      }

      @Override
      public List<String> heard() {
        return supervisor.heard();
      }

      @Override
      public void close() {
        // There is nothing to release.
      }
    };
  }

  @Test
  void refusesLifeBeforeReadiness() {
    assertThrows(IllegalStateException.class, () -> new SimSupervisor(Optional.empty()).alive());
  }

  @Test
  void refusesAStatusOfTwoLines() {
    assertThrows(
        IllegalStateException.class,
        () -> new SimSupervisor(Optional.empty()).status("serving\nWATCHDOG=1"));
  }
}
