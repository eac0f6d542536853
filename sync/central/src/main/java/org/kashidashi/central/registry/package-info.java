/** Links between a person's identifier and a library card. */
@NullMarked
package org.kashidashi.central.registry;

import org.jspecify.annotations.NullMarked;
