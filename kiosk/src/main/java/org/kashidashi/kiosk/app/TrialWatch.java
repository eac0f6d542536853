package org.kashidashi.kiosk.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.kashidashi.hal.supervisor.Supervisor;
import org.kashidashi.kiosk.config.ConfigurationTrial;

/** Ends the trial of a changed configuration once the program has been up for a while. */
final class TrialWatch implements Supervisor {
  /** What fails at its first use has been used by then, by a thread of its own. */
  private static final Duration PROOF = Duration.ofSeconds(20);

  private final Supervisor manager;
  private final Runnable passed;
  private final Executor later;

  TrialWatch(Supervisor manager, ConfigurationTrial trial) {
    // Its thread is a daemon: whoever ends before has not passed.
    this(
        manager,
        trial::passed,
        CompletableFuture.delayedExecutor(PROOF.toMillis(), TimeUnit.MILLISECONDS));
  }

  /**
   * @param later runs the proof once the program has been up for long enough
   */
  TrialWatch(Supervisor manager, Runnable passed, Executor later) {
    this.manager = new ToldOnce(manager);
    this.passed = passed;
    this.later = later;
  }

  /** The service manager, for what is up and proves nothing, such as waiting for a full disk. */
  Supervisor unproven() {
    return manager;
  }

  @Override
  public Optional<Duration> patience() {
    return manager.patience();
  }

  @Override
  public void ready() {
    manager.ready();
    later.execute(passed);
  }

  @Override
  public void alive() {
    manager.alive();
  }

  @Override
  public void status(String text) {
    manager.status(text);
  }

  @Override
  public void stopping() {
    manager.stopping();
  }
}
