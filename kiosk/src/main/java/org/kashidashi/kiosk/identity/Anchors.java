package org.kashidashi.kiosk.identity;

import java.util.List;

/** The certification authorities that are trusted at this moment. */
@FunctionalInterface
public interface Anchors {
  /** Never throws; what cannot be loaded is not trusted. */
  List<TrustAnchor> current();
}
