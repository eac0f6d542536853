/** What a person sees, as data made from a state, and the words for it. */
@NullMarked
package org.kashidashi.kiosk.screen;

import org.jspecify.annotations.NullMarked;
