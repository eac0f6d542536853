package org.kashidashi.kiosk.diagnosis.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks systemd for a unit (systemctl(1), show).
 *
 * <p>Between two tries of a program that fails, the unit is activating and nothing of it runs
 * (systemd.service(5), RestartSec): a technician may look for the reason then, and the next try
 * waits for the database for longer than a look takes.
 */
public final class SystemdState implements ServiceState {
  private static final Logger LOG = LoggerFactory.getLogger(SystemdState.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int LINES = 16;
  private static final int OFTEN = 3;

  private final Path booted;
  private final Path programs;
  private final Supplier<Optional<String>> unit;
  private final boolean answers;

  /**
   * @param booted is there on a machine that systemd runs (sd_booted(3))
   * @param programs where systemctl is
   * @param unit such as kashidashi.service; empty as long as nobody has enabled one
   * @param answers whether the program itself answers technicians while it is well, so that one that
   *     runs and has to be asked for here is not
   */
  public SystemdState(
      Path booted, Path programs, Supplier<Optional<String>> unit, boolean answers) {
    this.booted = booted;
    this.programs = programs;
    this.unit = unit;
    this.answers = answers;
  }

  @Override
  public Service now() {
    Optional<String> asked = unit.get();
    if (asked.isEmpty() || !Files.isDirectory(booted)) {
      return new Service(false, down(Map.of()));
    }
    Map<String, String> told = told(asked.get());
    if (!told.containsKey("ActiveState")) {
      // It may be starting, and whoever stands in its way then makes it fail.
      return new Service(true, Condition.unknown(Part.KIOSK));
    }
    String waiting = told.getOrDefault("SubState", "");
    return switch (told.getOrDefault("ActiveState", "")) {
      case "active", "reloading", "refreshing" ->
        new Service(
            true,
            answers ? Condition.bad(Part.KIOSK, Cause.KIOSK_HANGS) : Condition.good(Part.KIOSK));
      case "activating" ->
        waiting.startsWith("auto-restart") ? new Service(false, down(told)) : onTheWay();
      case "deactivating" -> onTheWay();
      default -> new Service(false, down(told));
    };
  }

  private static Service onTheWay() {
    return new Service(true, Condition.doubtful(Part.KIOSK, Cause.KIOSK_STARTING));
  }

  private static Condition down(Map<String, String> told) {
    boolean failed = "failed".equals(told.get("ActiveState"))
        || !"success".equals(told.getOrDefault("Result", "success"));
    String restarts = told.getOrDefault("NRestarts", "0");
    boolean often = restarts.matches("[0-9]{1,9}") && Integer.parseInt(restarts) >= OFTEN;
    return Condition.bad(Part.KIOSK, failed || often ? Cause.KIOSK_FAILING : Cause.KIOSK_STOPPED);
  }

  /** Properties by name; none where systemd does not answer in time. */
  private Map<String, String> told(String asked) {
    Map<String, String> told = new TreeMap<>();
    try {
      List<String> lines = OutsideProgram.run(
          List.of(
              programs.resolve("systemctl").toString(),
              "show",
              "--property=ActiveState,SubState,NRestarts,Result",
              asked),
          LINES,
          PATIENCE);
      lines.stream()
          .map(line -> line.split("=", 2))
          .filter(pair -> pair.length == 2)
          .forEach(pair -> told.put(pair[0], pair[1].strip()));
    } catch (IOException none) {
      LOG.debug("nobody knows of services here", none);
    }
    return told;
  }
}
