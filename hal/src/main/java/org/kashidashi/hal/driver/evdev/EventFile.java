package org.kashidashi.hal.driver.evdev;

import java.nio.file.Path;

/** An event file that is open. */
public record EventFile(Path path, int descriptor) {}
