/** Until when a library card is valid: pure rules, one for each way that libraries count. */
@NullMarked
package org.kashidashi.central.validity;

import org.jspecify.annotations.NullMarked;
