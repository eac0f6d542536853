/** What a scan means: symbologies, check digits, and which numbers are whose. */
@NullMarked
package org.kashidashi.sync.circulation.barcode;

import org.jspecify.annotations.NullMarked;
