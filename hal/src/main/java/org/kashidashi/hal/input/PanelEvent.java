package org.kashidashi.hal.input;

/** Something a person pressed. */
public sealed interface PanelEvent {
  /** A finger was lifted, or a mouse button released, over this cell; the top left is (0, 0). */
  record Tapped(int column, int row) implements PanelEvent {}

  /** A key was pressed; only printable characters are told. */
  record KeyTyped(char key) implements PanelEvent {}

  /** The panel was closed by whoever runs it: end of file, Ctrl-C, the window closed. */
  record PanelClosed() implements PanelEvent {}

  /** The device is gone, missing or not to be opened; it is looked for on and on. Said once. */
  record PanelLost(String reason) implements PanelEvent {}

  /** The device is there again. Said once after each {@link PanelLost}, and never without one. */
  record PanelReady() implements PanelEvent {}
}
