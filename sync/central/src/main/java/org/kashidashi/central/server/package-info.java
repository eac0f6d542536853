/** Central put together, for its own program and for others that run it inside themselves. */
@NullMarked
package org.kashidashi.central.server;

import org.jspecify.annotations.NullMarked;
