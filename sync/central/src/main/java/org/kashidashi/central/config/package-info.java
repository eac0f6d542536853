/** The configuration file, parsed and checked once. */
@NullMarked
package org.kashidashi.central.config;

import org.jspecify.annotations.NullMarked;
