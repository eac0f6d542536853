package org.kashidashi.hal.driver.evdev;

import java.util.Optional;
import java.util.OptionalInt;
import org.kashidashi.hal.barcode.ScanAssembler;
import org.kashidashi.hal.barcode.ScannerEvent;

/**
 * Makes scans of a burst of keys.
 *
 * <p>How fast the keys came is told by the kernel's time in the events, not by when we got round to
 * reading them.
 */
final class ScanKeys implements Interpreter<ScannerEvent> {
  private final String name;
  private final Keyboard keyboard;
  private final ScanAssembler assembler;
  private long lastEventNanos;
  private long lastReadNanos;

  ScanKeys(String name, EvdevScannerSettings settings) {
    this.name = name;
    this.keyboard = new Keyboard(settings.keymap());
    this.assembler = new ScanAssembler(settings.silenceLimit());
  }

  @Override
  public String role() {
    return "scanner";
  }

  /** What else the device can do does no harm: it is grabbed, and the rest is not listened to. */
  @Override
  public boolean fits(DeviceDescription device) {
    return Typing.hasDigits(device) && Typing.hasEnter(device);
  }

  @Override
  public void begin(EventDevice device) throws DeviceTroubleException {
    assembler.reset();
    keyboard.begin(device);
  }

  @Override
  public Optional<ScannerEvent> resume(EventDevice device, long nanoTime)
      throws DeviceTroubleException {
    keyboard.begin(device);
    return assembler.spoil(lastEventNanos + (nanoTime - lastReadNanos));
  }

  @Override
  public Optional<ScannerEvent> accept(InputEvent event, long nanoTime) {
    OptionalInt typed = keyboard.typed(event);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    lastEventNanos = event.nanos();
    lastReadNanos = nanoTime;
    return assembler.accept((byte) typed.getAsInt(), event.nanos());
  }

  @Override
  public Optional<ScannerEvent> idle(long nanoTime) {
    return assembler.expire(lastEventNanos + (nanoTime - lastReadNanos));
  }

  @Override
  public ScannerEvent lost(String reason) {
    return new ScannerEvent.Lost("scanner '%s': %s".formatted(name, reason));
  }

  @Override
  public Optional<ScannerEvent> ready(boolean afterLoss) {
    return Optional.of(new ScannerEvent.Ready());
  }
}
