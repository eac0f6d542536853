package org.kashidashi.kiosk.loop;

import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.view.Frame;

/** Where a new screen goes. Called on the session thread; returns at once and never throws. */
public interface ScreenSink {
  void show(Screen screen, Frame frame);
}
