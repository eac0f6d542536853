package org.kashidashi.kiosk.diagnosis.facts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NotNow;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.sync.file.DurableFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a technician has made of the machine over a restart. One writer at a time. */
public final class ModeFile {
  private static final Logger LOG = LoggerFactory.getLogger(ModeFile.class);
  private static final String NAME = "service-mode";
  private static final int LONGEST = 64;

  private final Path file;

  public ModeFile(Path stateDirectory) {
    this.file = stateDirectory.resolve(NAME);
  }

  /** Without a file the machine is open; with one that says nothing, nobody knows why it is there. */
  public ServiceMode read() {
    try {
      Optional<byte[]> content = DurableFile.read(file, LONGEST);
      if (content.isEmpty()) {
        return ServiceMode.OPEN;
      }
      String text = new String(content.get(), StandardCharsets.US_ASCII).strip();
      for (ServiceMode mode : ServiceMode.values()) {
        if (mode.name().equals(text)) {
          return mode;
        }
      }
      LOG.warn("{} holds no mode; the machine is closed", file);
    } catch (IOException failure) {
      LOG.warn("{} cannot be read; the machine is closed", file, failure);
    }
    return ServiceMode.CLOSED;
  }

  /**
   * Durable when it returns.
   *
   * @throws NotNow the disk does not take it, so that the next start knows the mode of before
   */
  public void write(ServiceMode mode) throws NotNow {
    try {
      byte[] content = (mode.name() + "\n").getBytes(StandardCharsets.US_ASCII);
      DurableFile.write(file, content, DurableFile.OWNER_ONLY);
    } catch (IOException failure) {
      LOG.error("the mode {} does not outlive a restart", mode, failure);
      throw new NotNow(NotNow.Reason.NOT_KEPT);
    }
  }
}
