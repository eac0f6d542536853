package org.kashidashi.kiosk.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kashidashi.hal.supervisor.Supervisor;

/** Tells the service manager only once that the program is up, whoever says so first. */
final class ToldOnce implements Supervisor {
  private final Supervisor manager;
  private final AtomicBoolean ready = new AtomicBoolean();

  ToldOnce(Supervisor manager) {
    this.manager = manager;
  }

  @Override
  public Optional<Duration> patience() {
    return manager.patience();
  }

  @Override
  public void ready() {
    if (!ready.getAndSet(true)) {
      manager.ready();
    }
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
