package org.kashidashi.kiosk.console.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The kernel's: proc(5), uptime and sys/kernel/random/boot_id, the same in every process. */
public final class ProcBootClock implements BootClock {
  private final Path proc;

  public ProcBootClock(Path proc) {
    this.proc = proc;
  }

  @Override
  public String boot() {
    return read("sys/kernel/random/boot_id");
  }

  @Override
  public Duration sinceBoot() {
    String seconds = read("uptime").split(" ", 2)[0];
    return Duration.ofMillis(new BigDecimal(seconds).movePointRight(3).longValue());
  }

  private String read(String name) {
    try {
      return Files.readString(proc.resolve(name)).strip();
    } catch (IOException missing) {
      throw new UncheckedIOException("the kernel does not tell " + proc.resolve(name), missing);
    }
  }

  @Override
  public void pass(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}
