/** Draws screens into character cells with Lanterna, and knows where a finger hits what. */
@NullMarked
package org.kashidashi.kiosk.screen.view;

import org.jspecify.annotations.NullMarked;
