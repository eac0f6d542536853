/** The library system as the kiosk sees it: one port, one folder for each kind of system. */
@NullMarked
package org.kashidashi.sync.ils;

import org.jspecify.annotations.NullMarked;
