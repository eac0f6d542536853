/** An invented library for demonstrations and tests. */
@NullMarked
package org.kashidashi.central.demo;

import org.jspecify.annotations.NullMarked;
