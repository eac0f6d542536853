/** Driver that asks Linux how far its wall clock can be trusted. */
@NullMarked
package org.kashidashi.hal.driver.clock;

import org.jspecify.annotations.NullMarked;
