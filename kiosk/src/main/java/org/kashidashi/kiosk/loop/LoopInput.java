package org.kashidashi.kiosk.loop;

import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.kiosk.session.SessionEvent;

/** What the session thread takes from its queue. */
sealed interface LoopInput {
  record Happened(SessionEvent event) implements LoopInput {}

  /** Work that belongs to the session thread, for a technician. */
  record Asked(Runnable work) implements LoopInput {}

  /** Resolved against the screen that stands there when its turn comes. */
  record Pressed(PanelEvent press) implements LoopInput {}
}
