/** What a My Number Card does with a PIN, for the counter alone; the self-checkout never sees it. */
@NullMarked
package org.kashidashi.hal.card.jpki.pin;

import org.jspecify.annotations.NullMarked;
