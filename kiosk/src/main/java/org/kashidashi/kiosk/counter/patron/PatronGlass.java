package org.kashidashi.kiosk.counter.patron;

import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.view.Frame;
import org.kashidashi.kiosk.session.Preferences;

/** Where the patron's screen is shown, and said if the patron wants that. */
@FunctionalInterface
public interface PatronGlass {
  /** Called on the thread of {@link PatronSide}, once for each change; returns at once. */
  void show(Screen screen, Frame frame, Preferences preferences);
}
