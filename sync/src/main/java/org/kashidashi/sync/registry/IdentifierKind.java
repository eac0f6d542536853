package org.kashidashi.sync.registry;

/** The kinds of identifier that a link may rest on. A certificate's serial number is none. */
public enum IdentifierKind {
  MYKEY_ID,
  USER_IDENTIFIER
}
