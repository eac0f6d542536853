package org.kashidashi.kiosk.diagnosis;

/**
 * Why a part of the machine is not well. What it means and what to do about it stands in the
 * console's words and in the table of faults for technicians, under this name.
 */
public enum Cause {
  NONE,

  KIOSK_STOPPED,
  /** It begins or ends at this moment. */
  KIOSK_STARTING,
  /** It ends again and again. */
  KIOSK_FAILING,
  /** It runs and does not answer. */
  KIOSK_HANGS,
  CLOSED_BY_TECHNICIAN,
  CLOSED_BY_LIBRARY,
  IN_MAINTENANCE,

  CONFIGURATION_WRONG,
  /** Changed, and not yet proven by a start. */
  CONFIGURATION_ON_TRIAL,
  /** Changed back, because the kiosk did not come up with it. */
  CONFIGURATION_ROLLED_BACK,

  READER_MISSING,
  /** The smart-card service does not answer. */
  READER_SERVICE_DOWN,
  READER_HANGS,
  CARD_NOT_SEEN,
  CARD_UNREADABLE,
  CARD_WITHOUT_CERTIFICATE,
  CARD_SLOW,

  SCANNER_MISSING,
  NOTHING_SCANNED,
  /** Something came that is no barcode of the library. */
  SCAN_NOT_UNDERSTOOD,

  DISPLAY_MISSING,
  DISPLAY_SLOW,
  TOUCH_MISSING,
  NOTHING_TOUCHED,
  /** Touches land beside their targets. */
  TOUCH_OFF,
  /** A person looked or listened, and says that it is not right. */
  SEEN_WRONG,
  UNKNOWN_KEYBOARD,

  PRINTER_SILENT,
  PAPER_OUT,
  COVER_OPEN,
  PRINTER_FAILED,
  SOUND_MISSING,

  /** The cable is out, or the switch is off. */
  LINK_DOWN,
  NO_ADDRESS,
  NAME_NOT_FOUND,
  CENTRAL_NOT_REACHED,
  /** Somebody answers who is not the library system that the machine was enrolled with. */
  CENTRAL_NOT_TRUSTED,
  CENTRAL_REFUSES,
  CENTRAL_SLOW,
  NOT_ENROLLED,
  IDENTITY_REVOKED,
  IDENTITY_EXPIRED,
  IDENTITY_ENDS_SOON,
  AUTHORITY_NOT_REACHED,

  CLOCK_NOT_SET,
  CLOCK_OFF,

  DATABASE_DAMAGED,
  /** Another program holds it. */
  DATABASE_IN_USE,
  DATABASE_MISSING,
  DATABASE_FULL,
  FLUSH_SLOW,
  QUEUE_OLD,
  /** The library system does not take some entries. */
  QUEUE_PARKED,
  DISK_NEARLY_FULL,
  DISK_READ_ONLY,
  DISK_MISSING,
  MEMORY_SHORT,
  TOO_HOT,
  THROTTLED,
  UNDER_VOLTAGE
}
