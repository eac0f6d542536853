/** The ports to what people press: a panel's cells and keys, the switches of the case. */
@NullMarked
package org.kashidashi.hal.input;

import org.jspecify.annotations.NullMarked;
