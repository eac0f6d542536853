/** The audit trail: what happened at a kiosk, for the library, without names, titles or numbers. */
@NullMarked
package org.kashidashi.kiosk.audit;

import org.jspecify.annotations.NullMarked;
