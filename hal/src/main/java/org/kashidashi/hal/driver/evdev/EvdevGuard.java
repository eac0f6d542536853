package org.kashidashi.hal.driver.evdev;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.kashidashi.hal.input.GuardEvent;
import org.kashidashi.hal.input.InputGuard;

/**
 * Grabs every keyboard that no rule knows, so that what it types reaches nobody.
 *
 * <p>Between the plug and the grab lie some milliseconds in which a stranger types into the console:
 * nobody must listen there (no getty on it, no Ctrl-Alt-Del, no SysRq).
 *
 * <p>Everything happens on the thread that calls {@link #await}; {@link #close} waits until it has
 * left.
 */
public final class EvdevGuard implements InputGuard {
  /** How often what is held is emptied, and what the folder does not tell is looked at. */
  private static final Duration ROUND = Duration.ofMillis(250);

  /** Links and permissions come after the device: so long a stranger may turn out to be none. */
  private static final Duration SETTLING = Duration.ofSeconds(1);

  /** Reads a round and a device: more than a keyboard can type, and no stranger can hold us up. */
  private static final int READS = 16;

  private static final int CHARACTERS = 100;

  private final EvdevGuardSettings settings;
  private final InputDevices devices;
  private final FolderWatch watch;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Path, Seen> seen = new HashMap<>();
  private final ArrayDeque<GuardEvent> events = new ArrayDeque<>();
  private final byte[] drain = new byte[64 * InputEvent.BYTES];
  private volatile boolean closed;
  private boolean strangersTold;

  /** What has become of an event file. */
  private sealed interface Seen {}

  /** It is named, or cannot type. */
  private record Harmless() implements Seen {}

  private record Held(EventDevice device, boolean expected, long sinceNanos, boolean told)
      implements Seen {}

  /** It could not be opened or grabbed: for all we know, somebody types on it. */
  private record Beyond(String reason, long sinceNanos, boolean told) implements Seen {}

  public EvdevGuard(EvdevGuardSettings settings, InputDevices devices) {
    this.settings = settings;
    this.devices = devices;
    this.watch = devices.watch();
  }

  @Override
  public Optional<GuardEvent> await(Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    lock.lock();
    try {
      while (!closed && !Thread.currentThread().isInterrupted()) {
        if (events.isEmpty()) {
          look(System.nanoTime());
        }
        if (!events.isEmpty()) {
          return Optional.of(events.removeFirst());
        }
        long remaining = deadline - System.nanoTime();
        if (remaining <= 0) {
          return Optional.empty();
        }
        if (watch.await(Math.min(remaining, ROUND.toNanos()))) {
          // Behind a name that was harmless there may be another device by now.
          seen.values().removeIf(Harmless.class::isInstance);
        }
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    watch.close();
    lock.lock();
    try {
      seen.values().forEach(EvdevGuard::release);
      seen.clear();
    } finally {
      lock.unlock();
    }
  }

  private void look(long now) {
    List<Path> files = devices.files();
    forgetGone(files);
    for (Path file : files) {
      seen.put(
          file,
          switch (seen.get(file)) {
            case null -> meet(file, now, false);
            case Harmless harmless -> harmless;
            case Held held -> hold(held, now);
            case Beyond(String _, long since, boolean told) -> meet(file, since, told);
          });
    }
    for (Map.Entry<Path, Seen> entry : seen.entrySet()) {
      entry.setValue(tell(entry.getValue(), now));
    }
    boolean any = seen.values().stream().anyMatch(EvdevGuard::isTold);
    if (strangersTold && !any) {
      events.add(new GuardEvent.StrangersGone());
    }
    strangersTold = any;
  }

  /** A file of the same name may be another device: what was held is told apart by its reading. */
  private void forgetGone(List<Path> files) {
    for (Iterator<Map.Entry<Path, Seen>> all = seen.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<Path, Seen> entry = all.next();
      boolean gone = !files.contains(entry.getKey())
          || (entry.getValue() instanceof Held held && !drain(held.device()));
      if (gone) {
        release(entry.getValue());
        all.remove();
      }
    }
  }

  /** Whatever can type is grabbed at once; whether it is a stranger may turn out later. */
  private Seen meet(Path file, long since, boolean told) {
    try {
      EventDevice device = devices.open(file);
      if (!Typing.isPossible(device.description()) || matches(settings.used(), device)) {
        device.close();
        return new Harmless();
      }
      return grabbed(device, since, told);
    } catch (DeviceTroubleException e) {
      // It may have gone, it may not be ours yet: the next rounds show which.
      return new Beyond(e.reason(), since, told);
    }
  }

  private Seen grabbed(EventDevice device, long since, boolean told) {
    try {
      device.grab();
      return new Held(device, matches(settings.expected(), device), since, told);
    } catch (DeviceTroubleException e) {
      device.close();
      return new Beyond(e.reason(), since, told);
    }
  }

  /** A device that is named by a path matches only when udev has made the link: then it is let go. */
  private Seen hold(Held held, long now) {
    boolean settling = !held.told() && now - held.sinceNanos() <= 2 * SETTLING.toNanos();
    if (!settling) {
      return held;
    }
    if (matches(settings.used(), held.device())) {
      held.device().close();
      return new Harmless();
    }
    boolean expected = matches(settings.expected(), held.device());
    return new Held(held.device(), expected, held.sinceNanos(), false);
  }

  private Seen tell(Seen now, long nanos) {
    return switch (now) {
      case Harmless harmless -> harmless;
      case Held(EventDevice device, boolean expected, long since, boolean told) -> {
        if (told || expected || nanos - since < patience().toNanos()) {
          yield now;
        }
        say(device.description().label());
        yield new Held(device, false, since, true);
      }
      case Beyond(String reason, long since, boolean told) -> {
        if (told || nanos - since < SETTLING.toNanos()) {
          yield now;
        }
        say(reason);
        yield new Beyond(reason, since, true);
      }
    };
  }

  private Duration patience() {
    boolean byPath = Stream.concat(settings.used().stream(), settings.expected().stream())
        .anyMatch(InputRule::needsPath);
    return byPath ? SETTLING : Duration.ZERO;
  }

  private void say(String device) {
    String clean = device.replaceAll("[^ -~]", "?");
    events.add(
        new GuardEvent.StrangerCame(clean.substring(0, Math.min(CHARACTERS, clean.length()))));
  }

  private boolean matches(List<InputRule> rules, EventDevice device) {
    return rules.stream()
        .anyMatch(rule -> rule.fits(device.description(), devices.pathsOf(device.path())));
  }

  /** Throws away what was typed; gives false if the device has gone. */
  private boolean drain(EventDevice device) {
    for (int i = 0; i < READS; i++) {
      int count = device.read(drain);
      if (count <= 0) {
        return count == 0;
      }
    }
    return true;
  }

  private static boolean isTold(Seen now) {
    return switch (now) {
      case Harmless _ -> false;
      case Held held -> held.told();
      case Beyond beyond -> beyond.told();
    };
  }

  private static void release(Seen now) {
    if (now instanceof Held held) {
      held.device().close();
    }
  }
}
