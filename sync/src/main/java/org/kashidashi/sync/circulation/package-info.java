/** The words of lending: patrons, items, loans, and the decision about a loan. Pure values. */
@NullMarked
package org.kashidashi.sync.circulation;

import org.jspecify.annotations.NullMarked;
