/** Small files that a power cut leaves as they were or as they were to be. */
@NullMarked
package org.kashidashi.sync.file;

import org.jspecify.annotations.NullMarked;
