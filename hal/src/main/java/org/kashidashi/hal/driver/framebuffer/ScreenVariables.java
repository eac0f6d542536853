package org.kashidashi.hal.driver.framebuffer;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import org.kashidashi.hal.posix.Posix;

/** Asks a device for its struct fb_var_screeninfo (Linux, include/uapi/linux/fb.h). */
interface ScreenVariables {
  /** Empty if the device does not answer, as a plain file does not. */
  byte[] of(Path device);

  /** By FBIOGET_VSCREENINFO. */
  static ScreenVariables of(Posix posix) {
    return device -> {
      Posix.Result opened = posix.open(device.toString(), Posix.O_RDWR | Posix.O_CLOEXEC);
      if (opened.value() < 0) {
        return new byte[0];
      }
      int descriptor = (int) opened.value();
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment variables = arena.allocate(160, 8);
        boolean answered = posix.ioctl(descriptor, 0x4600, variables).value() >= 0;
        return answered ? variables.toArray(ValueLayout.JAVA_BYTE) : new byte[0];
      } finally {
        posix.close(descriptor);
      }
    };
  }
}
