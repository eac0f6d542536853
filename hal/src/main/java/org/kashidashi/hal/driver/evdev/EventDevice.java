package org.kashidashi.hal.driver.evdev;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.kashidashi.hal.posix.Posix;

/** An input device that is open. Belongs to one thread; whoever opened it closes it. */
final class EventDevice implements AutoCloseable {
  private static final int EACCES = 13;
  private static final int EPERM = 1;

  private final Posix posix;
  private final DeviceQuestions questions;
  private final EventFile file;
  private final DeviceDescription description;

  private EventDevice(
      Posix posix, DeviceQuestions questions, EventFile file, DeviceDescription description) {
    this.posix = posix;
    this.questions = questions;
    this.file = file;
    this.description = description;
  }

  /**
   * Opens an event file for reading without blocking; nothing is grabbed yet.
   *
   * @throws DeviceTroubleException if it cannot be opened, or has gone meanwhile
   */
  static EventDevice open(Posix posix, DeviceQuestions questions, Path path)
      throws DeviceTroubleException {
    int flags = Posix.O_NOCTTY | Posix.O_NONBLOCK | Posix.O_CLOEXEC; // O_RDONLY is 0
    Posix.Result opened = posix.open(path.toString(), flags);
    if (opened.value() < 0) {
      boolean forbidden = opened.errno() == EACCES || opened.errno() == EPERM;
      throw new DeviceTroubleException(
          forbidden
              ? "%s must not be opened, let the udev rule give it to the kiosk's group"
                  .formatted(path)
              : "%s cannot be opened (errno %d), put its plug back"
                  .formatted(path, opened.errno()));
    }
    EventFile file = new EventFile(path, (int) opened.value());
    try {
      return new EventDevice(posix, questions, file, questions.describe(file));
    } catch (IOException e) {
      posix.close(file.descriptor());
      throw new DeviceTroubleException(
          "%s does not answer as an input device, put its plug back".formatted(path), e);
    }
  }

  Path path() {
    return file.path();
  }

  DeviceDescription description() {
    return description;
  }

  /** Keeps everybody else from hearing this device. */
  void grab() throws DeviceTroubleException {
    try {
      questions.grab(file);
    } catch (IOException e) {
      throw new DeviceTroubleException(
          "%s (%s) cannot be had alone: another program uses it, or it has gone"
              .formatted(file.path(), description.label()),
          e);
    }
  }

  void useMonotonicTime() throws DeviceTroubleException {
    try {
      questions.useMonotonicTime(file);
    } catch (IOException e) {
      throw gone(e);
    }
  }

  Set<Integer> heldKeys() throws DeviceTroubleException {
    try {
      return questions.heldKeys(file);
    } catch (IOException e) {
      throw gone(e);
    }
  }

  Set<Integer> lights() throws DeviceTroubleException {
    try {
      return questions.lights(file);
    } catch (IOException e) {
      throw gone(e);
    }
  }

  AxisState axis(int axis) throws DeviceTroubleException {
    try {
      return questions.axis(file, axis);
    } catch (IOException e) {
      throw gone(e);
    }
  }

  List<Integer> slots(int axis) throws DeviceTroubleException {
    try {
      return questions.slots(file, axis);
    } catch (IOException e) {
      throw gone(e);
    }
  }

  /** Whether there is something to read, or the device has gone. */
  boolean awaitInput(int timeoutMillis) {
    return posix.poll(file.descriptor(), Posix.POLLIN, timeoutMillis).value() > 0;
  }

  /** Gives how many bytes came: 0 if none yet, -1 if the device has gone. */
  int read(byte[] into) {
    Posix.Result result = posix.read(file.descriptor(), into);
    if (result.mayBeRepeated()) {
      return 0;
    }
    return result.value() > 0 ? (int) result.value() : -1;
  }

  /** Lets go of the device, and of the grab. */
  @Override
  public void close() {
    posix.close(file.descriptor());
  }

  private DeviceTroubleException gone(IOException cause) {
    return new DeviceTroubleException(
        "%s (%s) has gone, put its plug back".formatted(file.path(), description.label()), cause);
  }
}
