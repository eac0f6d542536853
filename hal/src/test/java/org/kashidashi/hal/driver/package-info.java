/** What all drivers keep to. */
@NullMarked
package org.kashidashi.hal.driver;

import org.jspecify.annotations.NullMarked;
