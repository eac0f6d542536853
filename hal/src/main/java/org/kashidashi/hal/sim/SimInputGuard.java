package org.kashidashi.hal.sim;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.hal.input.GuardEvent;
import org.kashidashi.hal.input.InputGuard;

/**
 * A guard whose keyboards are plugged by a script. One thread plays, another one awaits.
 *
 * <p>Strict: it refuses to plug what is plugged, to pull or type on what is not, a second awaiting
 * thread, and being played after it was closed.
 */
public final class SimInputGuard implements InputGuard {
  private static final int MAXIMUM_CHARACTERS = 100;

  private final SimQueue<GuardEvent> queue = new SimQueue<>("the guard");
  private final Set<String> named = new LinkedHashSet<>();
  private final Set<String> strangers = new LinkedHashSet<>();

  /** Plugs a keyboard that nobody has named. */
  public void plugStranger(String device) {
    plug(device, strangers);
    String clean = device.replaceAll("[^ -~]", "?");
    queue.tell(new GuardEvent.StrangerCame(
        clean.substring(0, Math.min(MAXIMUM_CHARACTERS, clean.length()))));
  }

  /** Plugs a device that the configuration names. */
  public void plugNamed(String device) {
    plug(device, named);
  }

  /** Types on a stranger; nobody hears it. */
  public void type(String device) {
    if (!strangers.contains(device)) {
      throw new IllegalStateException("'%s' is no stranger that is plugged in".formatted(device));
    }
  }

  public void unplug(String device) {
    if (strangers.remove(device)) {
      if (strangers.isEmpty()) {
        queue.tell(new GuardEvent.StrangersGone());
      }
    } else if (!named.remove(device)) {
      throw new IllegalStateException("'%s' is not plugged in".formatted(device));
    }
  }

  /** How many events nobody has awaited. */
  public int undelivered() {
    return queue.undelivered();
  }

  @Override
  public Optional<GuardEvent> await(Duration timeout) {
    return queue.await(timeout);
  }

  @Override
  public void close() {
    queue.close();
  }

  private void plug(String device, Set<String> among) {
    if (named.contains(device) || strangers.contains(device)) {
      throw new IllegalStateException("'%s' is plugged in already".formatted(device));
    }
    among.add(device);
  }
}
