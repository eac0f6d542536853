/** Driver of a panel in any ANSI terminal: for demonstrations, development and serial panels. */
@NullMarked
package org.kashidashi.hal.driver.terminal;

import org.jspecify.annotations.NullMarked;
