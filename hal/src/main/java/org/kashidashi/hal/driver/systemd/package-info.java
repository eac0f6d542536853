/** The supervisor of a program that systemd has started. */
@NullMarked
package org.kashidashi.hal.driver.systemd;

import org.jspecify.annotations.NullMarked;
