/** From a card to a patron: certificate checks, trust anchors, resolver, link. */
@NullMarked
package org.kashidashi.kiosk.identity;

import org.jspecify.annotations.NullMarked;
