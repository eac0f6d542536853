/** The HTTP and JSON face of central, with a limit on everything that comes in. */
@NullMarked
package org.kashidashi.central.http;

import org.jspecify.annotations.NullMarked;
