package org.kashidashi.kiosk.console.talk;

/** Why a command was not carried out to its end. Its words stand in the console's words. */
public enum Trouble {
  /** A word that cannot stand there. */
  UNKNOWN_WORD,
  /** The beginning of several words. */
  AMBIGUOUS,
  /** Something must follow. */
  INCOMPLETE,
  TOO_LONG,
  NOT_ALLOWED,
  /** It would not be right now. */
  NOT_NOW,
  /** The kiosk went away while it was asked. */
  KIOSK_GONE,
  CHECK_FAILED,
  WRONG_VALUE,
  NOTHING_GATHERED,
  WRONG_CONFIGURATION,
  /** A file that only the operator can mend. */
  CONFIGURATION_UNREADABLE,
  /** Started with a change, did not become well, and went back. */
  ROLLED_BACK,
  /** Nobody waited for the end of the trial. */
  ON_TRIAL,
  /** What would cut a visit short waits, unless somebody says that it must not. */
  VISIT_UNDER_WAY,
  /** The change has to wait for a start that nobody here can order. */
  NOT_RESTARTED,
  /** What was before holds, from a start on that nobody here can order. */
  WENT_BACK_UNSTARTED,
  /** A change has to prove itself before the next one is tried. */
  ANOTHER_ON_TRIAL,
  NOTHING_BEFORE,
  LOANS_WAIT,
  /** As {@link #LOANS_WAIT}, where nobody can count them. */
  LOANS_UNKNOWN,
  NOT_CONFIRMED,
  PASSWORD_UNFIT,
  /** Whoever is there did not prove once more who they are. */
  NOT_PROVEN,
  WALK_FAILED,
  NO_STICK,
  /** It is full, or worn out. */
  STICK_REFUSES,
  /** A file or a service of the system. */
  SYSTEM,
  BROKEN_OFF
}
