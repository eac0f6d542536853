package org.kashidashi.kiosk.screen.view;

/** What a piece of text is for, which a palette gives its colours. */
enum Ink {
  BODY,
  /** What a person has to read. */
  LEAD,
  /** The same in other words. */
  QUIET,
  DONE,
  NOT_DONE,
  HINT,
  ACCOUNT,
  BAR,
  TITLE,
  FOOTER,
  MAIN_BUTTON,
  OTHER_BUTTON,
  /** A button that stands close to others, without a frame. */
  CLOSE_BUTTON,
  /** The line around a screen, on panels without colours. */
  FRAME
}
