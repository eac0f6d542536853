package org.kashidashi.hal.driver.gpio;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.kashidashi.hal.driver.gpio.GpioSettings.Input;
import org.kashidashi.hal.input.SwitchEvent;
import org.kashidashi.hal.input.SwitchEvent.DoorMoved;
import org.kashidashi.hal.input.SwitchEvent.StaffCalled;
import org.kashidashi.hal.input.Switches;

/**
 * Contacts that are believed once they have come to rest. Belongs to the thread that awaits; Pi4J's
 * threads only say that something moved.
 *
 * <p>A button that hangs when the kiosk starts is not told: nobody has called.
 */
final class GpioSwitches implements Switches {
  /** One is enough to wake the waiter, who looks at all contacts then. */
  private static final int MAXIMUM_WAKES = 1;

  private final List<Contact> contacts;
  private final long debounceNanos;
  private final BlockingQueue<Wake> wakes = new ArrayBlockingQueue<>(MAXIMUM_WAKES);
  private volatile boolean closed;

  private enum Wake {
    UP
  }

  private static final class Contact {
    private final Input input;
    private final InputLine line;
    private volatile long movedNanos = System.nanoTime();
    private volatile boolean moved = true;
    private boolean active;

    Contact(Input input, InputLine line) {
      this.input = input;
      this.line = line;
      this.active = input == Input.DOOR_SHUT || line.isActive(false);
    }

    void move() {
      movedNanos = System.nanoTime();
      moved = true;
    }

    boolean hasRested(long nanos) {
      return moved && System.nanoTime() - movedNanos >= nanos;
    }

    /** What its state says, if it is another one than before. */
    Optional<SwitchEvent> look() {
      moved = false; // before the look: what moves during it is looked at again
      boolean before = active;
      active = line.isActive(before);
      return active == before ? Optional.empty() : event();
    }

    private Optional<SwitchEvent> event() {
      return switch (input) {
        case DOOR_SHUT -> Optional.of(new DoorMoved(!active));
        case STAFF_CALL -> active ? Optional.of(new StaffCalled()) : Optional.empty();
      };
    }
  }

  GpioSwitches(Map<Input, InputLine> lines, Duration debounce) {
    this.debounceNanos = debounce.toNanos();
    this.contacts = lines.entrySet().stream()
        .map(entry -> new Contact(entry.getKey(), entry.getValue()))
        .toList();
    for (Contact contact : contacts) {
      contact.line.onChange(() -> {
        contact.move();
        var _ = wakes.offer(Wake.UP);
      });
    }
  }

  @Override
  public Optional<SwitchEvent> await(Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!closed) {
      for (Contact contact : contacts) {
        Optional<SwitchEvent> event =
            contact.hasRested(debounceNanos) ? contact.look() : Optional.empty();
        if (event.isPresent()) {
          return event;
        }
      }
      long left = deadline - System.nanoTime();
      if (left <= 0 || !isWaitOver(left)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    closed = true;
    var _ = wakes.offer(Wake.UP);
  }

  /** Waits for a contact to move or to come to rest; false if this thread is to end. */
  private boolean isWaitOver(long mostNanos) {
    boolean anyMoved = contacts.stream().anyMatch(contact -> contact.moved);
    try {
      var _ = wakes.poll(
          anyMoved ? Math.min(mostNanos, debounceNanos) : mostNanos, TimeUnit.NANOSECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
