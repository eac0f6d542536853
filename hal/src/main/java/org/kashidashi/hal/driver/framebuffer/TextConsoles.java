package org.kashidashi.hal.driver.framebuffer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.posix.Posix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the kernel's text consoles from drawing on the glass.
 *
 * <p>Source: Linux, include/uapi/linux/kd.h, KDSETMODE. The mode belongs to the console and
 * outlives whoever set it.
 */
record TextConsoles(Posix posix, List<Path> paths) {
  private static final Logger LOG = LoggerFactory.getLogger(TextConsoles.class);

  private static final long KDSETMODE = 0x4B3A;
  private static final long KD_TEXT = 0;
  private static final long KD_GRAPHICS = 1;

  void silence() throws DisplayException {
    for (Path path : paths) {
      try {
        set(path, KD_GRAPHICS);
      } catch (IOException e) {
        giveBack();
        throw new DisplayException(
            ("console %s cannot be kept from drawing on the panel: name a console of the kernel, and"
                    + " put the kiosk's user into the group that owns it")
                .formatted(path),
            e);
      }
    }
  }

  void giveBack() {
    for (Path path : paths) {
      try {
        set(path, KD_TEXT);
      } catch (IOException e) {
        LOG.warn("console {} stays silent: {}", path, e.getMessage());
      }
    }
  }

  private void set(Path path, long mode) throws IOException {
    int flags = Posix.O_RDWR | Posix.O_NOCTTY | Posix.O_CLOEXEC;
    int descriptor = (int) posix.open(path.toString(), flags).orThrow("open");
    try {
      posix.ioctl(descriptor, KDSETMODE, mode).orThrow("KDSETMODE");
    } finally {
      posix.close(descriptor);
    }
  }
}
