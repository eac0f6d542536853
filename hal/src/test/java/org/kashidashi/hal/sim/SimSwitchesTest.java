package org.kashidashi.hal.sim;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.kashidashi.hal.input.Switches;
import org.kashidashi.hal.input.SwitchesBench;
import org.kashidashi.hal.input.SwitchesContract;

class SimSwitchesTest extends SwitchesContract {
  @Override
  protected SwitchesBench bench(boolean doorOpen) {
    SimSwitches switches = doorOpen ? SimSwitches.withOpenDoor() : SimSwitches.atRest();
    return new SwitchesBench() {
      @Override
      public Switches switches() {
        return switches;
      }

      @Override
      public void press() {
        switches.callStaff();
      }

      @Override
      public void release() {
        // A call is over when it has been made.
      }

      @Override
      public void openDoor() {
        switches.openDoor();
      }

      @Override
      public void shutDoor() {
        switches.shutDoor();
      }

      @Override
      public void close() {
        switches.close();
      }
    };
  }

  @Test
  void refusesWhatNoDoorDoes() {
    SimSwitches switches = SimSwitches.atRest();
    assertThrows(IllegalStateException.class, switches::shutDoor);
    switches.openDoor();
    assertThrows(IllegalStateException.class, switches::openDoor);
    switches.close();
    assertThrows(IllegalStateException.class, switches::callStaff);
  }
}
