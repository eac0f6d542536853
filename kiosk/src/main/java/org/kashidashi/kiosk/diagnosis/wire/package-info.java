/** The diagnosis of a running kiosk over a local socket: one connection for each question. */
@NullMarked
package org.kashidashi.kiosk.diagnosis.wire;

import org.jspecify.annotations.NullMarked;
