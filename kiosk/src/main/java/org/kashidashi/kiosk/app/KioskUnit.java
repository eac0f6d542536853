package org.kashidashi.kiosk.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.kashidashi.kiosk.config.KioskSettings;
import org.kashidashi.kiosk.config.Role;
import org.kashidashi.kiosk.diagnosis.machine.ServiceState;
import org.kashidashi.kiosk.diagnosis.machine.SystemdState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service of this machine: who works it, what systemd calls it, and where technicians ask it.
 *
 * @param runtime made by the service manager, for the service's user alone
 * @param enabled where systemd keeps links to what starts with the machine
 */
record KioskUnit(Role role, Path stateDirectory, Path runtime, Path enabled) {
  static final Path PROGRAMS = Path.of("/usr/bin");

  private static final Path BOOTED = Path.of("/run/systemd/system");

  private static final Logger LOG = LoggerFactory.getLogger(KioskUnit.class);
  private static final String KIOSK = "kashidashi.service";
  private static final String DESKS = "kashidashi-counter@*.service";
  private static final String SOCKET = "diagnosis.sock";

  static KioskUnit of(KioskSettings kiosk) {
    return new KioskUnit(
        kiosk.role(),
        kiosk.stateDirectory(),
        Path.of("/run/kashidashi"),
        Path.of("/etc/systemd/system"));
  }

  /** What systemd calls it; empty as long as no desk is enabled on a counter's machine. */
  Optional<String> name() {
    return switch (role) {
      case SELF_CHECKOUT -> Optional.of(KIOSK);
      case COUNTER -> desk();
    };
  }

  /** A desk is called after its terminal, which the link to its unit tells (systemctl(1), enable). */
  private Optional<String> desk() {
    TreeSet<String> desks = new TreeSet<>();
    try (DirectoryStream<Path> targets = Files.newDirectoryStream(enabled, "*.wants")) {
      for (Path target : targets) {
        try (DirectoryStream<Path> units = Files.newDirectoryStream(target, DESKS)) {
          units.forEach(unit -> desks.add(unit.getFileName().toString()));
        }
      }
    } catch (IOException unknown) {
      LOG.debug("nobody knows what starts with this machine", unknown);
    }
    return desks.stream().findFirst();
  }

  /** How it is, for whom no kiosk answers. A desk answers nobody but its staff. */
  ServiceState state() {
    return new SystemdState(BOOTED, PROGRAMS, this::name, role == Role.SELF_CHECKOUT);
  }

  /**
   * Where this process, the kiosk, listens: where no service manager has made a folder for it, beside
   * the database.
   */
  Path socket() {
    boolean managed = Files.isDirectory(runtime) && Files.isWritable(runtime);
    return (managed ? runtime : stateDirectory).resolve(SOCKET);
  }

  /** Where a kiosk may listen; whoever asks may be allowed less than it. */
  List<Path> sockets() {
    return List.of(runtime.resolve(SOCKET), stateDirectory.resolve(SOCKET));
  }
}
