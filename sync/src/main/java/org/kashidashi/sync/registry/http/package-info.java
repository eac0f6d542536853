/** Asks central's link registry over HTTP. */
@NullMarked
package org.kashidashi.sync.registry.http;

import org.jspecify.annotations.NullMarked;
