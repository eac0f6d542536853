/** The My Number Card: what lies on the reader, and its user-authentication certificate without a PIN. */
@NullMarked
package org.kashidashi.hal.card.jpki;

import org.jspecify.annotations.NullMarked;
