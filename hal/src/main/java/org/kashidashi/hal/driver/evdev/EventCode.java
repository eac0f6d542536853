package org.kashidashi.hal.driver.evdev;

/** Numbers of {@code linux/input-event-codes.h}, under the names that stand there. */
final class EventCode {
  static final int EV_SYN = 0;
  static final int EV_KEY = 1;
  static final int EV_ABS = 3;

  static final int SYN_REPORT = 0;
  static final int SYN_DROPPED = 3;

  static final int KEY_TAB = 15;
  static final int KEY_ENTER = 28;
  static final int KEY_LEFTCTRL = 29;
  static final int KEY_LEFTSHIFT = 42;
  static final int KEY_RIGHTSHIFT = 54;
  static final int KEY_LEFTALT = 56;
  static final int KEY_CAPSLOCK = 58;
  static final int KEY_NUMLOCK = 69;
  static final int KEY_KPENTER = 96;
  static final int KEY_RIGHTCTRL = 97;
  static final int KEY_RIGHTALT = 100;
  static final int KEY_DELETE = 111;
  static final int KEY_LEFTMETA = 125;
  static final int KEY_RIGHTMETA = 126;

  static final int BTN_LEFT = 0x110;
  static final int BTN_TOUCH = 0x14a;

  static final int ABS_X = 0x00;
  static final int ABS_Y = 0x01;
  static final int ABS_MT_SLOT = 0x2f;
  static final int ABS_MT_POSITION_X = 0x35;
  static final int ABS_MT_POSITION_Y = 0x36;
  static final int ABS_MT_TRACKING_ID = 0x39;

  static final int LED_CAPSL = 1;

  private EventCode() {}
}
