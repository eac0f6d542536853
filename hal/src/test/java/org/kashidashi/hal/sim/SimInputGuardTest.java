package org.kashidashi.hal.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.kashidashi.hal.input.GuardBench;
import org.kashidashi.hal.input.InputGuard;
import org.kashidashi.hal.input.InputGuardContract;

class SimInputGuardTest extends InputGuardContract {
  @Override
  protected GuardBench bench() {
    SimInputGuard guard = new SimInputGuard();
    return new GuardBench() {
      @Override
      public InputGuard guard() {
        return guard;
      }

      @Override
      public void plugStranger(String name) {
        guard.plugStranger(name);
      }

      @Override
      public void plugNamed(String name) {
        guard.plugNamed(name);
      }

      @Override
      public void typeOn(String name) {
        guard.type(name);
      }

      @Override
      public void unplug(String name) {
        guard.unplug(name);
      }

      @Override
      public void close() {
        guard.close();
      }
    };
  }

  @Test
  void refusesWhatNobodyCouldDo() {
    SimInputGuard guard = new SimInputGuard();
    assertThrows(IllegalStateException.class, () -> guard.unplug("Stranger"));
    assertThrows(IllegalStateException.class, () -> guard.type("Stranger"));
    guard.plugStranger("Stranger");
    assertThrows(IllegalStateException.class, () -> guard.plugNamed("Stranger"));
    assertEquals(1, guard.undelivered());
    guard.close();
    assertThrows(IllegalStateException.class, () -> guard.plugStranger("Other"));
  }
}
