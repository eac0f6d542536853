package org.kashidashi.hal.driver.evdev;

import java.nio.file.Path;
import java.time.Duration;
import org.kashidashi.hal.input.PanelBench;
import org.kashidashi.hal.input.PanelInput;

/** A recorded device with a plug, and the driver that listens to it. */
class PlayedBench implements PanelBench {
  private final Path folder;
  private final String recording;
  private final PanelInput input;
  private RecordedDevice device;

  PlayedBench(Path folder, String recording, PanelInput input) {
    this.folder = folder;
    this.recording = recording;
    this.input = input;
    this.device = RecordedDevice.plug(folder, 0, recording);
    // The kernel keeps nothing for those who have not opened the device.
    var _ = input.await(Duration.ZERO);
  }

  RecordedDevice device() {
    return device;
  }

  @Override
  public PanelInput input() {
    return input;
  }

  @Override
  public void tap(int column, int row) {
    throw new IllegalStateException("nothing to tap on");
  }

  @Override
  public void type(String keys) {
    throw new IllegalStateException("no keys");
  }

  @Override
  public void hangUp() {
    throw new IllegalStateException("nobody runs a device who could close it");
  }

  @Override
  public void unplug() {
    device.close();
  }

  @Override
  public void replug() {
    device = RecordedDevice.plug(folder, 0, recording);
  }

  @Override
  public void close() {
    input.close();
    device.close();
  }
}
