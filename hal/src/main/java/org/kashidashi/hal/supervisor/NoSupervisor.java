package org.kashidashi.hal.supervisor;

import java.time.Duration;
import java.util.Optional;

/** For a program that a person has started by hand. */
public final class NoSupervisor implements Supervisor {
  @Override
  public Optional<Duration> patience() {
    return Optional.empty();
  }

  @Override
  public void ready() {
    // Whoever started it looks at the screen.
  }

  @Override
  public void alive() {
    // Nobody waits for it.
  }

  @Override
  public void status(String text) {
    // Nobody asks for it.
  }

  @Override
  public void stopping() {
    // Whoever started it sees it end.
  }
}
