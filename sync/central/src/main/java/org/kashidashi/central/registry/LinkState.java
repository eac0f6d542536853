package org.kashidashi.central.registry;

/** The states of a link. */
public enum LinkState {
  ACTIVE,
  REMOVED,
  /** Removed because the person got a new card, and must link it again. */
  REMOVED_REISSUED
}
