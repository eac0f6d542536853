package org.kashidashi.hal.driver.systemd;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.kashidashi.hal.supervisor.NoSupervisor;
import org.kashidashi.hal.supervisor.Supervisor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks to systemd as sd_notify(3) does, for a unit of type notify. */
public final class SystemdSupervisor implements Supervisor {
  private static final Logger LOG = LoggerFactory.getLogger(SystemdSupervisor.class);
  private static final Pattern MICROSECONDS = Pattern.compile("[0-9]{1,12}");
  private static final int LONGEST_STATUS = 200;

  private final NotifySocket socket;
  private final Optional<Duration> patience;
  private final AtomicBoolean failing = new AtomicBoolean();

  private SystemdSupervisor(NotifySocket socket, Optional<Duration> patience) {
    this.socket = socket;
    this.patience = patience;
  }

  /**
   * What the environment of the process names: systemd, or nobody.
   *
   * @param environment of this process
   * @param processId of this process
   */
  public static Supervisor of(Map<String, String> environment, long processId) {
    String address = environment.getOrDefault("NOTIFY_SOCKET", "");
    if (address.isEmpty()) {
      return new NoSupervisor();
    }
    try {
      return new SystemdSupervisor(
          NotifySocket.to(address), patience(environment, Long.toString(processId)));
    } catch (IOException refused) {
      LOG.warn("the service manager at {} cannot be reached", address, refused);
      return new NoSupervisor();
    }
  }

  @Override
  public Optional<Duration> patience() {
    return patience;
  }

  @Override
  public void ready() {
    send("READY=1");
  }

  @Override
  public void alive() {
    send("WATCHDOG=1");
  }

  @Override
  public void status(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    send("STATUS=" + line.substring(0, Math.min(LONGEST_STATUS, line.length())));
  }

  @Override
  public void stopping() {
    send("STOPPING=1");
  }

  private void send(String message) {
    try {
      socket.send(message);
      failing.set(false);
    } catch (IOException unheard) {
      if (!failing.getAndSet(true)) {
        LOG.warn("the service manager does not hear this program", unheard);
      }
    }
  }

  /** WATCHDOG_USEC counts for the process of WATCHDOG_PID alone, if that is given. */
  private static Optional<Duration> patience(Map<String, String> environment, String process) {
    String microseconds = environment.getOrDefault("WATCHDOG_USEC", "");
    boolean meant = environment.getOrDefault("WATCHDOG_PID", process).equals(process);
    return meant && MICROSECONDS.matcher(microseconds).matches()
        ? Optional.of(Duration.ofNanos(Long.parseLong(microseconds) * 1_000))
            .filter(Duration::isPositive)
        : Optional.empty();
  }
}
