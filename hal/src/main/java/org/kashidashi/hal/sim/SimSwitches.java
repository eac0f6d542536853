package org.kashidashi.hal.sim;

import java.time.Duration;
import java.util.Optional;
import org.kashidashi.hal.input.SwitchEvent;
import org.kashidashi.hal.input.SwitchEvent.DoorMoved;
import org.kashidashi.hal.input.SwitchEvent.StaffCalled;
import org.kashidashi.hal.input.Switches;

/**
 * Switches moved by a script. One thread moves them, another one awaits: between them lies a queue.
 *
 * <p>Strict: the door can be opened only while it is shut, and the reverse; nothing moves once
 * closed; two threads may not await at once.
 */
public final class SimSwitches implements Switches {
  private final SimQueue<SwitchEvent> queue = new SimQueue<>("the switches");
  private boolean doorOpen;

  private SimSwitches() {}

  /** The door is shut, and nobody calls. */
  public static SimSwitches atRest() {
    return new SimSwitches();
  }

  /** Somebody left the door open. */
  public static SimSwitches withOpenDoor() {
    SimSwitches switches = new SimSwitches();
    switches.openDoor();
    return switches;
  }

  public void callStaff() {
    queue.tell(new StaffCalled());
  }

  public void openDoor() {
    requireDoor(false);
    doorOpen = true;
    queue.tell(new DoorMoved(true));
  }

  public void shutDoor() {
    requireDoor(true);
    doorOpen = false;
    queue.tell(new DoorMoved(false));
  }

  @Override
  public Optional<SwitchEvent> await(Duration timeout) {
    return queue.await(timeout);
  }

  @Override
  public void close() {
    queue.close();
  }

  private void requireDoor(boolean open) {
    if (doorOpen != open) {
      throw new IllegalStateException(doorOpen ? "the door is open already" : "the door is shut");
    }
  }
}
