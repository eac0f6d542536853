package org.kashidashi.hal.driver.evdev;

import java.util.Optional;
import java.util.Set;
import org.kashidashi.hal.display.PanelGeometry;
import org.kashidashi.hal.display.Rotation;
import org.kashidashi.hal.input.PanelEvent;

/** Makes taps on cells of a panel's frames: what it tells up to each SYN_REPORT. */
final class TouchFrames implements Interpreter<PanelEvent> {
  private static final Set<Integer> ONE_FINGER = Set.of(EventCode.ABS_X, EventCode.ABS_Y);
  private static final Set<Integer> SLOTS = Set.of(
      EventCode.ABS_MT_SLOT,
      EventCode.ABS_MT_TRACKING_ID,
      EventCode.ABS_MT_POSITION_X,
      EventCode.ABS_MT_POSITION_Y);

  private final EvdevTouchSettings settings;
  private final PanelGeometry geometry;
  private final TapRecognizer taps;
  private Contacts contacts = new SlottedContacts();
  private GlassMap map =
      new GlassMap(AxisRange.UNKNOWN, AxisRange.UNKNOWN, Calibration.NONE, Rotation.NONE);

  TouchFrames(EvdevTouchSettings settings, PanelGeometry geometry) {
    this.settings = settings;
    this.geometry = geometry;
    this.taps = new TapRecognizer(geometry.width(), geometry.height());
  }

  @Override
  public String role() {
    return "touch panel";
  }

  @Override
  public boolean fits(DeviceDescription device) {
    return hasSlots(device)
        || (device.axes().containsAll(ONE_FINGER)
            && (device.keys().contains(EventCode.BTN_TOUCH)
                || device.keys().contains(EventCode.BTN_LEFT)));
  }

  @Override
  public void begin(EventDevice device) throws DeviceTroubleException {
    DeviceDescription description = device.description();
    boolean slots = hasSlots(description);
    map = new GlassMap(
        range(device, slots ? EventCode.ABS_MT_POSITION_X : EventCode.ABS_X, settings.horizontal()),
        range(device, slots ? EventCode.ABS_MT_POSITION_Y : EventCode.ABS_Y, settings.vertical()),
        settings.calibration(),
        settings.rotation());
    contacts = slots
        ? new SlottedContacts()
        : new SingleContact(
            description.keys().contains(EventCode.BTN_TOUCH)
                ? EventCode.BTN_TOUCH
                : EventCode.BTN_LEFT);
    contacts.begin(device);
    taps.forget(contacts.first().isPresent());
  }

  /** A touch of which something is not known is no tap. */
  @Override
  public Optional<PanelEvent> resume(EventDevice device, long nanoTime)
      throws DeviceTroubleException {
    contacts.begin(device);
    taps.forget(contacts.first().isPresent());
    return Optional.empty();
  }

  @Override
  public Optional<PanelEvent> accept(InputEvent event, long nanoTime) {
    if (!event.is(EventCode.EV_SYN, EventCode.SYN_REPORT)) {
      contacts.accept(event);
      return Optional.empty();
    }
    Optional<Contact> finger = contacts.first();
    if (finger.isPresent()) {
      taps.touched(map.locate(finger.get()), event.nanos());
      return Optional.empty();
    }
    return taps.lifted(event.nanos())
        .flatMap(point -> geometry.cellAt(point.x(), point.y()))
        .map(cell -> new PanelEvent.Tapped(cell.getColumn(), cell.getRow()));
  }

  @Override
  public Optional<PanelEvent> idle(long nanoTime) {
    return Optional.empty();
  }

  @Override
  public PanelEvent lost(String reason) {
    return new PanelEvent.PanelLost("touch panel: " + reason);
  }

  @Override
  public Optional<PanelEvent> ready(boolean afterLoss) {
    return afterLoss ? Optional.of(new PanelEvent.PanelReady()) : Optional.empty();
  }

  private static boolean hasSlots(DeviceDescription device) {
    return device.axes().containsAll(SLOTS);
  }

  private static AxisRange range(EventDevice device, int axis, AxisRange otherwise)
      throws DeviceTroubleException {
    AxisRange told = device.axis(axis).range();
    AxisRange range = told.isKnown() ? told : otherwise;
    if (!range.isKnown()) {
      throw new DeviceTroubleException(
          "%s (%s) says %d to %d for axis %d, give the range in the configuration"
              .formatted(
                  device.path(),
                  device.description().label(),
                  told.minimum(),
                  told.maximum(),
                  axis));
    }
    return range;
  }
}
