/** The configuration: one TOML file, read once, all mistakes told together. */
@NullMarked
package org.kashidashi.kiosk.config;

import org.jspecify.annotations.NullMarked;
