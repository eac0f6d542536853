/** Driver of a panel behind the kernel's frame buffer, without a desktop. */
@NullMarked
package org.kashidashi.hal.driver.framebuffer;

import org.jspecify.annotations.NullMarked;
