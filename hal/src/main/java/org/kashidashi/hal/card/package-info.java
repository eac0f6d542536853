/** The port to a card reader: presence, connections, APDUs, status words (ISO/IEC 7816-4, PC/SC). */
@NullMarked
package org.kashidashi.hal.card;

import org.jspecify.annotations.NullMarked;
