package org.kashidashi.hal.driver.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.hal.driver.clock.KernelClock.State;

class SystemTimeSourceTest {
  @TempDir
  private Path root;

  @ParameterizedTest
  @CsvSource({
    "SYNCHRONISED, false, true",
    "SYNCHRONISED, true, true",
    "UNSYNCHRONISED, true, false",
    "UNSYNCHRONISED, false, false",
    "UNKNOWN, true, true",
    "UNKNOWN, false, false",
  })
  void trustsKernelBeforeMarkOfTimeService(State state, boolean mark, boolean expected)
      throws IOException {
    if (mark) {
      write("run/systemd/timesync/synchronized", "");
    }
    assertEquals(expected, new SystemTimeSource(root, () -> state).synchronised());
  }

  @ParameterizedTest
  @CsvSource({
    "1795150800, true",
    "1767225600, true",
    "1767225599, false",
    "37, false",
    "-1, false",
    "'', false",
    "soon, false",
  })
  void takesBatteryClockForOneOnlyWhenItsTimeIsPlausible(String seconds, boolean expected)
      throws IOException {
    write("sys/class/rtc/rtc0/since_epoch", seconds + "\n");
    assertEquals(expected, new SystemTimeSource(root, () -> State.UNKNOWN).batteryBacked());
  }

  @Test
  void findsNoBatteryClockOnBoardWithoutOne() {
    assertFalse(new SystemTimeSource(root, () -> State.UNKNOWN).batteryBacked());
  }

  @Test
  void getsAnswerFromThisKernel() {
    State state = KernelClock.linux().state();
    // Where the kernel may not be asked, the time service's mark decides.
    boolean marked = Files.exists(Path.of("/run/systemd/timesync/synchronized"));
    boolean expected = state == State.UNKNOWN ? marked : state == State.SYNCHRONISED;
    assertEquals(expected, new SystemTimeSource().synchronised());
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
