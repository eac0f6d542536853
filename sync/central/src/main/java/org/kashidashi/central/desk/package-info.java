/** What a counter may ask of central: who is signed in, and how a link comes about. */
@NullMarked
package org.kashidashi.central.desk;

import org.jspecify.annotations.NullMarked;
