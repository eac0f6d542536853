package org.kashidashi.hal.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kashidashi.hal.supervisor.Supervisor;

/**
 * A service manager that writes down what it hears. Any thread.
 *
 * <p>Strict: it refuses a program that is ready twice, alive before it is ready, or heard after it
 * has said that it stops.
 */
public final class SimSupervisor implements Supervisor {
  /** More than any script. */
  private static final int MAXIMUM_HEARD = 10_000;

  private final Optional<Duration> patience;
  private final List<String> heard = new ArrayList<>();

  /**
   * @param patience empty for a manager that does not watch
   */
  public SimSupervisor(Optional<Duration> patience) {
    this.patience = patience;
  }

  /** What it heard, in order: ready, alive, stopping, or a status. */
  public synchronized List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public Optional<Duration> patience() {
    return patience;
  }

  @Override
  public synchronized void ready() {
    require(!heard.contains("ready"), "it is ready already");
    hear("ready");
  }

  @Override
  public synchronized void alive() {
    require(heard.contains("ready"), "it is not ready yet");
    hear("alive");
  }

  @Override
  public synchronized void status(String text) {
    require(text.chars().noneMatch(Character::isISOControl), "a status is one line");
    hear("status " + text);
  }

  @Override
  public synchronized void stopping() {
    hear("stopping");
  }

  private void hear(String message) {
    require(!heard.contains("stopping"), "it is stopping already");
    require(heard.size() < MAXIMUM_HEARD, "it talks without end");
    heard.add(message);
  }

  private static void require(boolean held, String reason) {
    if (!held) {
      throw new IllegalStateException("the program may not say this: " + reason);
    }
  }
}
