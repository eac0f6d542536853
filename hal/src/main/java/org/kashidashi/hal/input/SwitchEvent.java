package org.kashidashi.hal.input;

/** A switch of the kiosk's case was moved. */
public sealed interface SwitchEvent {
  /** Somebody pressed the button that calls staff. */
  record StaffCalled() implements SwitchEvent {}

  /** The door in front of the machine's inside. */
  record DoorMoved(boolean open) implements SwitchEvent {}
}
