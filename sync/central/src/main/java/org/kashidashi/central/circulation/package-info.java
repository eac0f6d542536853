/** What central knows of patrons, items and loans, and how it judges a loan that happened. Pure. */
@NullMarked
package org.kashidashi.central.circulation;

import org.jspecify.annotations.NullMarked;
