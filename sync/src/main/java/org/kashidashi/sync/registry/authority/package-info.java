/** Asks an authority over HTTP, through a service that runs the authority's own client. */
@NullMarked
package org.kashidashi.sync.registry.authority;

import org.jspecify.annotations.NullMarked;
