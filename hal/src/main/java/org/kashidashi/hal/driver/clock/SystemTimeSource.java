package org.kashidashi.hal.driver.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.kashidashi.hal.time.TimeSource;

/** What Linux knows about its wall clock. Any thread; reads two small files at most. */
public final class SystemTimeSource implements TimeSource {
  /**
   * A battery clock that shows less has lost its time: it starts at 1970 or 2000 when it had no
   * power. This program is younger.
   */
  static final Instant EARLIEST_PLAUSIBLE = Instant.parse("2026-01-01T00:00:00Z");

  /** systemd-timesyncd touches it when it has set the clock for the first time since boot. */
  private static final Path SYNCHRONISED_MARK = Path.of("run/systemd/timesync/synchronized");

  private static final Path BATTERY_CLOCK_SECONDS = Path.of("sys/class/rtc/rtc0/since_epoch");

  private final Path root;
  private final KernelClock kernel;

  public SystemTimeSource() {
    this(Path.of("/"), KernelClock.linux());
  }

  SystemTimeSource(Path root, KernelClock kernel) {
    this.root = root;
    this.kernel = kernel;
  }

  /** The kernel knows best; where it does not say, the mark of the time service counts. */
  @Override
  public boolean synchronised() {
    return switch (kernel.state()) {
      case SYNCHRONISED -> true;
      case UNSYNCHRONISED -> false;
      case UNKNOWN -> Files.exists(root.resolve(SYNCHRONISED_MARK));
    };
  }

  /**
   * Whether there is a clock that has kept a plausible time. Linux does not tell whether a battery
   * is in it: a board without one shows 1970 after power-on, until a time service has set it.
   */
  @Override
  public boolean batteryBacked() {
    try {
      String seconds = Files.readString(root.resolve(BATTERY_CLOCK_SECONDS)).strip();
      return Long.parseLong(seconds) >= EARLIEST_PLAUSIBLE.getEpochSecond();
    } catch (IOException | NumberFormatException e) {
      return false; // there is none, it does not answer, or it answers nonsense
    }
  }
}
