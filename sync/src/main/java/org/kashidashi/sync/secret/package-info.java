/** How secrets that people choose are kept, at the library system and on its machines alike. */
@NullMarked
package org.kashidashi.sync.secret;

import org.jspecify.annotations.NullMarked;
