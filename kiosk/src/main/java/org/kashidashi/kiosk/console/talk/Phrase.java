package org.kashidashi.kiosk.console.talk;

import java.util.Locale;

/** Everything that the console says, besides the names of what it shows. */
public enum Phrase {
  BANNER,
  NO_PATRON,
  NAME,
  PASSWORD,
  LOCKED,
  CHALLENGE,
  REPLY,
  TOO_LATE,
  SIGN_IN_FAILED,
  SIGNED_IN,
  LOGGED_OFF,
  LOGGED_OFF_IDLE,
  BROKEN_OFF,
  YES,
  NO,
  YES_OR_NO,
  DAYS_HOURS,
  HOURS_MINUTES,
  MINUTES_SECONDS,
  SECONDS,
  CUT,
  MODE,
  ALL_WELL,
  TROUBLES,
  HEADING,
  NOT_TRIED,
  TRYING,
  WAS_IT_RIGHT,
  WALKED,
  QUEUE_EMPTY,
  QUEUE_LISTED,
  STILL_WAITING,
  WRITTEN,
  CHANGED_HERE,
  USUAL,
  NOTHING_GATHERED,
  GATHERED,
  CONFIGURATION_FITS,
  WENT_BACK,
  ON_TRIAL,
  PROVEN,
  NEW_TROUBLES,
  COMMIT_TO_KEEP,
  REBOOT_NOW,
  REBOOTING,
  RESET_WARNING,
  RESET_FIRST,
  RESET_SECOND,
  RESETTING,
  NEW_PASSWORD,
  NEW_PASSWORD_AGAIN,
  PASSWORD_SET;

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
