package org.kashidashi.hal.driver.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.supervisor.NoSupervisor;
import org.kashidashi.hal.supervisor.Supervisor;
import org.kashidashi.hal.supervisor.SupervisorBench;
import org.kashidashi.hal.supervisor.SupervisorContract;

/** Against a real datagram socket. */
class SystemdSupervisorTest extends SupervisorContract {
  private static final long PID = 4711;

  @TempDir
  private Path folder;

  @Override
  protected SupervisorBench bench() {
    return new ListeningBench(folder.resolve("first"));
  }

  @Test
  void nobodyWatchesAProgramStartedByHand() {
    assertInstanceOf(NoSupervisor.class, SystemdSupervisor.of(Map.of(), PID));
  }

  @Test
  void takesAnAddressThatCannotBeForNobody() {
    Map<String, String> environment = Map.of("NOTIFY_SOCKET", "relative/path");
    assertInstanceOf(NoSupervisor.class, SystemdSupervisor.of(environment, PID));
  }

  @Test
  void goesOnWhenNobodyListens() {
    Supervisor supervisor =
        SystemdSupervisor.of(Map.of("NOTIFY_SOCKET", folder.resolve("nobody").toString()), PID);
    supervisor.ready();
    supervisor.alive();
    assertEquals(Optional.empty(), supervisor.patience());
  }

  @Test
  void isNotWatchedWhenAnotherProcessIsMeant() {
    assertEquals(Optional.empty(), patience("15000000", "4712"));
    assertEquals(Optional.of(Duration.ofSeconds(15)), patience("15000000", "4711"));
  }

  @Test
  void isNotWatchedWhenThePatienceMakesNoSense() {
    assertEquals(Optional.empty(), patience("0", "4711"));
    assertEquals(Optional.empty(), patience("-5", "4711"));
    assertEquals(Optional.empty(), patience("99999999999999999999", "4711"));
  }

  @Test
  void statusStaysOnOneLine() {
    try (ListeningBench bench = new ListeningBench(folder.resolve("second"))) {
      bench.supervisor().status("serving\nMAINPID=1");
      assertEquals(List.of("status serving MAINPID=1"), bench.heard());
    }
  }

  private Optional<Duration> patience(String microseconds, String process) {
    Map<String, String> environment = Map.of(
        "NOTIFY_SOCKET",
        folder.resolve("nobody").toString(),
        "WATCHDOG_USEC",
        microseconds,
        "WATCHDOG_PID",
        process);
    return SystemdSupervisor.of(environment, PID).patience();
  }

  private static final class ListeningBench implements SupervisorBench {
    private final NotifyListener listener;
    private final Supervisor supervisor;
    private final List<String> heard = new ArrayList<>();

    ListeningBench(Path socket) {
      listener = NotifyListener.at(socket);
      supervisor = SystemdSupervisor.of(
          Map.of("NOTIFY_SOCKET", socket.toString(), "WATCHDOG_USEC", "15000000"), PID);
    }

    @Override
    public Supervisor supervisor() {
      return supervisor;
    }

    @Override
    public List<String> heard() {
      listener.heard().stream().map(ListeningBench::word).forEach(heard::add);
      return heard;
    }

    @Override
    public void close() {
      listener.close();
    }

    /** The messages of sd_notify(3). */
    private static String word(String message) {
      return switch (message) {
        case "READY=1" -> "ready";
        case "WATCHDOG=1" -> "alive";
        case "STOPPING=1" -> "stopping";
        default -> message.replaceFirst("^STATUS=", "status ");
      };
    }
  }
}
