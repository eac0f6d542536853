package org.kashidashi.kiosk.diagnosis.machine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks systemd for the kiosk's unit (systemctl(1), show). */
public final class SystemdState implements ServiceState {
  private static final Logger LOG = LoggerFactory.getLogger(SystemdState.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int LONGEST = 4_096;
  private static final int OFTEN = 3;

  private final List<String> command;

  /**
   * @param unit such as kashidashi.service
   */
  public SystemdState(String unit) {
    this(List.of("systemctl", "show", "--property=ActiveState,NRestarts,Result", unit));
  }

  SystemdState(List<String> command) {
    this.command = List.copyOf(command);
  }

  @Override
  public Condition kiosk() {
    Map<String, String> told = told();
    boolean active = "active".equals(told.get("ActiveState"));
    boolean failed = "failed".equals(told.get("ActiveState"))
        || !"success".equals(told.getOrDefault("Result", "success"));
    String restarts = told.getOrDefault("NRestarts", "0");
    boolean often = restarts.matches("[0-9]{1,9}") && Integer.parseInt(restarts) >= OFTEN;
    if (active) {
      // Whoever asks here got no answer from it.
      return Condition.bad(Part.KIOSK, Cause.KIOSK_HANGS);
    }
    return Condition.bad(Part.KIOSK, failed || often ? Cause.KIOSK_FAILING : Cause.KIOSK_STOPPED);
  }

  private Map<String, String> told() {
    Map<String, String> told = new TreeMap<>();
    try {
      Process asked = new ProcessBuilder(command)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      try (InputStream stream = asked.getInputStream()) {
        if (!asked.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
          asked.destroyForcibly();
          return told;
        }
        String text = new String(stream.readNBytes(LONGEST), StandardCharsets.UTF_8);
        text.lines()
            .map(line -> line.split("=", 2))
            .filter(pair -> pair.length == 2)
            .forEach(pair -> told.put(pair[0], pair[1]));
      }
    } catch (IOException none) {
      LOG.debug("nobody knows of services here", none);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return told;
  }
}
