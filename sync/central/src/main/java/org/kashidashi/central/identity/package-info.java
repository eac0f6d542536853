/** Central as a certificate authority of its own: who a kiosk is, and how it comes to prove it. */
@NullMarked
package org.kashidashi.central.identity;

import org.jspecify.annotations.NullMarked;
