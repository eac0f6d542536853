package org.kashidashi.central.library;

/** When a person's MyKey ID is made. */
public enum MyKeyMade {
  /** By the person, at home; staff neither help with it nor do it for them. */
  BEFOREHAND,
  /** By the platform, while the link is made at the counter. */
  AT_LINKING
}
