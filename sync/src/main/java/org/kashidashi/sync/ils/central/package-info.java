/** Speaks to Kashidashi's own central library system over HTTP and JSON. */
@NullMarked
package org.kashidashi.sync.ils.central;

import org.jspecify.annotations.NullMarked;
