package org.kashidashi.kiosk.diagnosis;

/** A diagnosis was not given. The message is for the log; the console has words of its own. */
public abstract sealed class DiagnosisException extends Exception {
  private static final long serialVersionUID = 1L;

  private DiagnosisException(String message) {
    super(message);
  }

  /** The kiosk that was asked went away or does not answer; nobody knows what it has done. */
  public static sealed class KioskGone extends DiagnosisException permits NobodyThere {
    private static final long serialVersionUID = 1L;

    public KioskGone(String message) {
      super(message);
    }
  }

  /** No kiosk is there to be asked, so nothing was: ask whoever answers without it. */
  public static final class NobodyThere extends KioskGone {
    private static final long serialVersionUID = 1L;

    public NobodyThere(String message) {
      super(message);
    }
  }

  /** It would not be right now: ask again once the reason is over. */
  public static final class NotNow extends DiagnosisException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What stands in the way. */
    public enum Reason {
      /** Somebody borrows at the machine: wait, or close it, which waits for them. */
      PATRON_THERE,
      /** Patrons could meet it: the mode must be maintenance. */
      NOT_IN_MAINTENANCE,
      /** Only a running kiosk can do it. */
      KIOSK_STOPPED,
      /** The program has the devices and the database, and cannot be asked for them. */
      KIOSK_HOLDS,
      /** Another check is under way. */
      BUSY,
      /** The database does not do what was asked of it. */
      STORE_BROKEN,
      /** Whoever has the device does not come to it within their patience. */
      DEVICE_SILENT,
      /** The disk did not keep the mode, so that the next start does not know of it. */
      NOT_KEPT,
      /** Nobody touched the targets, so that nothing can be said. */
      NOBODY_TOUCHED,
      /** The configuration has no touch panel. */
      NO_TOUCH_PANEL,
      /** It has one, which is not plugged in or does not work. */
      TOUCH_MISSING,
      /** Targets cannot be shown. */
      DISPLAY_MISSING
    }

    public NotNow(Reason reason) {
      super("not now: " + reason);
      this.reason = reason;
    }

    public Reason reason() {
      return reason;
    }
  }
}
