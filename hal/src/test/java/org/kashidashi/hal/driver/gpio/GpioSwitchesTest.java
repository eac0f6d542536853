package org.kashidashi.hal.driver.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.pi4j.io.gpio.digital.DigitalState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.driver.gpio.GpioLine.Active;
import org.kashidashi.hal.driver.gpio.GpioSettings.Input;
import org.kashidashi.hal.input.SwitchEvent.StaffCalled;
import org.kashidashi.hal.input.Switches;
import org.kashidashi.hal.input.SwitchesBench;
import org.kashidashi.hal.input.SwitchesContract;

class GpioSwitchesTest extends SwitchesContract {
  private static final GpioLine DOOR = new GpioLine(5, Active.LOW);

  @Override
  protected SwitchesBench bench(boolean doorOpen) {
    MockHeader header = header(new GpioLine(6, Active.HIGH), Duration.ofMillis(10));
    if (doorOpen) {
      header.set(Input.DOOR_SHUT, DigitalState.HIGH);
    }
    return new SwitchesBench() {
      @Override
      public Switches switches() {
        return header.lines().switches();
      }

      @Override
      public void press() {
        header.set(Input.STAFF_CALL, DigitalState.HIGH);
      }

      @Override
      public void release() {
        header.set(Input.STAFF_CALL, DigitalState.LOW);
      }

      @Override
      public void openDoor() {
        header.set(Input.DOOR_SHUT, DigitalState.HIGH);
      }

      @Override
      public void shutDoor() {
        header.set(Input.DOOR_SHUT, DigitalState.LOW);
      }

      @Override
      public void close() {
        header.close();
      }
    };
  }

  @Test
  void makesOneCallOfButtonThatBounces() {
    try (MockHeader header = header(new GpioLine(6, Active.HIGH), Duration.ofMillis(100))) {
      bounce(header);
      header.set(Input.STAFF_CALL, DigitalState.HIGH);
      Switches switches = header.lines().switches();
      assertEquals(Optional.of(new StaffCalled()), switches.await(Duration.ofSeconds(10)));
      assertEquals(Optional.empty(), switches.await(Duration.ofMillis(250)));
    }
  }

  @Test
  void makesNoCallOfCrackle() {
    try (MockHeader header = header(new GpioLine(6, Active.HIGH), Duration.ofMillis(100))) {
      bounce(header);
      assertEquals(Optional.empty(), header.lines().switches().await(Duration.ofMillis(250)));
    }
  }

  @Test
  void readsButtonThatPullsItsLineDown() {
    try (MockHeader header = header(new GpioLine(6, Active.LOW), Duration.ofMillis(10))) {
      Switches switches = header.lines().switches();
      // The made-up line begins low: the button hangs, and nobody is called for that.
      assertEquals(Optional.empty(), switches.await(Duration.ofMillis(60)));
      header.set(Input.STAFF_CALL, DigitalState.HIGH);
      assertEquals(Optional.empty(), switches.await(Duration.ofMillis(60)));
      header.set(Input.STAFF_CALL, DigitalState.LOW);
      assertEquals(Optional.of(new StaffCalled()), switches.await(Duration.ofSeconds(10)));
    }
  }

  private static void bounce(MockHeader header) {
    for (int bounces = 0; bounces < 20; bounces++) {
      header.set(Input.STAFF_CALL, DigitalState.HIGH);
      header.set(Input.STAFF_CALL, DigitalState.LOW);
    }
  }

  private static MockHeader header(GpioLine button, Duration debounce) {
    return new MockHeader(
        new GpioSettings(
            Map.of(), Map.of(Input.DOOR_SHUT, DOOR, Input.STAFF_CALL, button), debounce),
        GpioSignal.PULSE);
  }
}
