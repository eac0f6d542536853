/** Who this kiosk is towards central, and by which authority it knows central. */
@NullMarked
package org.kashidashi.sync.ils.central.identity;

import org.jspecify.annotations.NullMarked;
