package org.kashidashi.kiosk.vm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the machine reaches its disk: through a write cache that is lost with the power.
 *
 * <p>The cache keeps what was not flushed in memory of its own; killing it loses exactly that.
 * Killing the machine alone would lose nothing, and prove nothing.
 */
final class PowerSupply {
  private final Process cache;
  private final Path socket;

  private PowerSupply(Process cache, Path socket) {
    this.cache = cache;
    this.socket = socket;
  }

  static PowerSupply on(Disk disk, Path folder, Path out) throws Exception {
    Path socket = folder.resolve("disk.sock");
    Files.deleteIfExists(socket);
    Process cache = ProgramOutside.start(
        List.of(
            "nbdkit",
            "--foreground",
            "--unix",
            socket.toString(),
            "--pidfile",
            out.resolve("nbdkit.pid").toString(),
            "--filter=cache",
            "file",
            disk.image().toString(),
            "cache=writeback"),
        out.resolve("nbdkit.log"));
    Patience.until("nbdkit", Duration.ofSeconds(10), () -> Optional.of(Files.exists(socket)));
    return new PowerSupply(cache, socket);
  }

  /** What the machine opens instead of the file. */
  String drive() {
    return "driver=nbd,server.type=unix,server.path=" + socket;
  }

  void cut() {
    ProgramOutside.kill(cache);
  }

  /** Lets everything reach the disk before it ends: the machine has to be off already. */
  void turnOff() throws IOException, InterruptedException {
    cache.destroy();
    cache.waitFor();
  }
}
