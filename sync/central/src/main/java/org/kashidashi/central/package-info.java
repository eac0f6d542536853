/** The program central: a library system for libraries whose own has no link registry. */
@NullMarked
package org.kashidashi.central;

import org.jspecify.annotations.NullMarked;
