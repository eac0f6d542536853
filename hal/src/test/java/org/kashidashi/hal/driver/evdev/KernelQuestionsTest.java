package org.kashidashi.hal.driver.evdev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.hal.posix.Posix;

class KernelQuestionsTest {
  /** What a C program prints for the macros of linux/input.h. */
  @Test
  void numbersRequestsAsTheKernelDoes() {
    assertEquals(0x80084502L, KernelQuestions.read(0x02, 8)); // EVIOCGID
    assertEquals(0x81004506L, KernelQuestions.read(0x06, 256)); // EVIOCGNAME(256)
    assertEquals(0x80184575L, KernelQuestions.read(0x40 + 0x35, 24)); // EVIOCGABS(0x35)
    assertEquals(0x40044590L, KernelQuestions.write(0x90, 4)); // EVIOCGRAB
    assertEquals(0x400445a0L, KernelQuestions.write(0xa0, 4)); // EVIOCSCLOCKID
  }

  /** 25 is ENOTTY: the request reached the kernel, and /dev/null is no input device. */
  @ParameterizedTest
  @ValueSource(strings = {"describe", "axis", "keys", "lights", "slots", "clock", "grab"})
  void failsWhenFileIsNoInputDevice(String question) {
    Posix posix = new Posix();
    KernelQuestions questions = new KernelQuestions(posix);
    int descriptor = (int) posix.open("/dev/null", Posix.O_CLOEXEC).value();
    EventFile file = new EventFile(Path.of("/dev/null"), descriptor);
    Executable asked = switch (question) {
      case "describe" -> () -> questions.describe(file);
      case "axis" -> () -> questions.axis(file, 0);
      case "keys" -> () -> questions.heldKeys(file);
      case "lights" -> () -> questions.lights(file);
      case "slots" -> () -> questions.slots(file, 0x35);
      case "clock" -> () -> questions.useMonotonicTime(file);
      default -> () -> questions.grab(file);
    };
    try {
      IOException failure = assertThrows(IOException.class, asked);
      assertTrue(failure.toString().contains("errno 25"), failure.toString());
    } finally {
      posix.close(descriptor);
    }
  }
}
