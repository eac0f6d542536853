package org.kashidashi.hal.sim;

/** Something that goes wrong at a simulated device, as data. */
public sealed interface DeviceFault permits CardFault, ReaderFault {}
