package org.kashidashi.hal.driver.framebuffer;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import org.kashidashi.hal.posix.Posix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lights a panel that no text console has lit: drivers of the kernel's DRM set a mode only when
 * somebody asks for one (Linux, include/uapi/linux/fb.h).
 */
final class PanelPower {
  private static final Logger LOG = LoggerFactory.getLogger(PanelPower.class);
  private static final long FBIOGET_VSCREENINFO = 0x4600;
  private static final long FBIOPUT_VSCREENINFO = 0x4601;
  private static final long FBIOBLANK = 0x4611;
  private static final long UNBLANK = 0;

  /** The field activate of struct fb_var_screeninfo, and what sets the same mode again. */
  private static final int ACTIVATE_OFFSET = 84;

  private static final int ACTIVATE_NOW_BY_FORCE = 128;

  private PanelPower() {}

  /** Does nothing to a device that is no frame buffer, as a plain file. */
  static void on(Posix posix, Path device) {
    Posix.Result opened = posix.open(device.toString(), Posix.O_RDWR | Posix.O_CLOEXEC);
    if (opened.value() < 0) {
      return;
    }
    int descriptor = (int) opened.value();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment variables = arena.allocate(160, 8);
      if (posix.ioctl(descriptor, FBIOGET_VSCREENINFO, variables).value() < 0) {
        return;
      }
      variables.set(ValueLayout.JAVA_INT, ACTIVATE_OFFSET, ACTIVATE_NOW_BY_FORCE);
      Posix.Result mode = posix.ioctl(descriptor, FBIOPUT_VSCREENINFO, variables);
      Posix.Result light = posix.ioctl(descriptor, FBIOBLANK, UNBLANK);
      LOG.debug("panel {}: mode {}, light {}", device, mode, light);
    } finally {
      posix.close(descriptor);
    }
  }
}
