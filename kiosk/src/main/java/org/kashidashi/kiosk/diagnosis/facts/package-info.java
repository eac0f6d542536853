/** What a machine tells of itself out of files and settings, whether a kiosk runs on it or not. */
@NullMarked
package org.kashidashi.kiosk.diagnosis.facts;

import org.jspecify.annotations.NullMarked;
