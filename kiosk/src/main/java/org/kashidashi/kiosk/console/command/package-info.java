/** What a technician can order, one command a class. */
@NullMarked
package org.kashidashi.kiosk.console.command;

import org.jspecify.annotations.NullMarked;
