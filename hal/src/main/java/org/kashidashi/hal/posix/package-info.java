/** Calls of the C library that Java has no other way to, shared by drivers. */
@NullMarked
package org.kashidashi.hal.posix;

import org.jspecify.annotations.NullMarked;
