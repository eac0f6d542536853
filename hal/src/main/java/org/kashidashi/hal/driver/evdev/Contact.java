package org.kashidashi.hal.driver.evdev;

/** Where a finger is, in the panel's own numbers. */
record Contact(int x, int y) {}
