/** Proofs that need processes of their own: run by packaging/verify, not by the unit tests. */
@NullMarked
package org.kashidashi.kiosk.proof;

import org.jspecify.annotations.NullMarked;
