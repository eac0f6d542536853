/** The whole appliance in a virtual machine, used as a patron and a technician would: run by packaging/vm. */
@NullMarked
package org.kashidashi.kiosk.vm;

import org.jspecify.annotations.NullMarked;
