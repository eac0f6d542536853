package org.kashidashi.kiosk.diagnosis.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.check.Kernel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a technician has made of the machine over a restart. Any thread. */
public final class ModeFile {
  private static final Logger LOG = LoggerFactory.getLogger(ModeFile.class);
  private static final String NAME = "service-mode";

  private final Path directory;

  public ModeFile(Path stateDirectory) {
    this.directory = stateDirectory;
  }

  /** Without a file that says otherwise, the machine is open. */
  public ServiceMode read() {
    String text = Kernel.text(directory.resolve(NAME)).orElse("");
    for (ServiceMode mode : ServiceMode.values()) {
      if (mode.name().equals(text)) {
        return mode;
      }
    }
    if (!text.isEmpty()) {
      LOG.warn("{} holds no mode; the machine is open", directory.resolve(NAME));
    }
    return ServiceMode.OPEN;
  }

  /** Durable when it returns; a disk that fails keeps the mode from outliving a restart. */
  public synchronized void write(ServiceMode mode) {
    Path fresh = directory.resolve(NAME + ".new");
    try {
      try (FileChannel channel = FileChannel.open(
          fresh,
          Set.of(
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING))) {
        channel.write(ByteBuffer.wrap((mode.name() + "\n").getBytes(StandardCharsets.US_ASCII)));
        channel.force(true);
      }
      Files.move(fresh, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel folder = FileChannel.open(directory, Set.of(StandardOpenOption.READ))) {
        folder.force(true);
      }
    } catch (IOException failure) {
      LOG.error("the mode {} does not outlive a restart", mode, failure);
    }
  }
}
