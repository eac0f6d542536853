package org.kashidashi.hal.driver.evdev;

/** Where an axis stands, of where it can. */
public record AxisState(int value, AxisRange range) {}
