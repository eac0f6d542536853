/** Card readers behind PC/SC: javax.smartcardio over libpcsclite, with a provider that survives. */
@NullMarked
package org.kashidashi.hal.driver.pcsc;

import org.jspecify.annotations.NullMarked;
