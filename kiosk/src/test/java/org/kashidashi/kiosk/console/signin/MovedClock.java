package org.kashidashi.kiosk.console.signin;

import java.time.Duration;

/** A machine's clock that tests move, and its starts. */
final class MovedClock implements BootClock {
  private int starts = 1;
  private Duration now = Duration.ofMinutes(1);

  @Override
  public void pass(Duration time) {
    now = now.plus(time);
  }

  void reboot() {
    starts++;
    now = Duration.ofSeconds(20);
  }

  @Override
  public String boot() {
    return "00000000-0000-0000-0000-%012d".formatted(starts);
  }

  @Override
  public Duration sinceBoot() {
    return now;
  }
}
