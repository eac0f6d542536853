package org.kashidashi.kiosk.audit;

import org.kashidashi.kiosk.session.Occurrence;

/** One thing that the audit trail tells. None has room for a name, a title or a number. */
public sealed interface AuditRecord {
  /** How a technician's name is written; empty if nobody has it. */
  String TECHNICIAN = "([a-z][a-z0-9.-]{0,31})?";

  /**
   * The kiosk began to serve.
   *
   * @param version of the program, 1 to 32 of A-Z, a-z, 0-9, full stop, plus and hyphen
   */
  record KioskStarted(String version) implements AuditRecord {
    public KioskStarted {
      check("version", version, "[A-Za-z0-9.+-]{1,32}");
    }
  }

  record KioskStopped(Reason reason) implements AuditRecord {
    /** Why it stopped. */
    public enum Reason {
      ORDERED,
      FAULT
    }
  }

  /** Something happened in a session. */
  record Happened(Occurrence occurrence) implements AuditRecord {}

  /**
   * A certification authority is trusted from now on.
   *
   * @param sha256 of its certificate, 64 of 0-9 and a-f
   */
  record AnchorImported(String sha256) implements AuditRecord {
    public AnchorImported {
      check("fingerprint", sha256, "[0-9a-f]{64}");
    }
  }

  /**
   * A certification authority is no longer trusted.
   *
   * @param sha256 of its certificate, 64 of 0-9 and a-f
   */
  record AnchorRemoved(String sha256) implements AuditRecord {
    public AnchorRemoved {
      check("fingerprint", sha256, "[0-9a-f]{64}");
    }
  }

  /**
   * Staff did something at the counter; who they are, the registry writes down.
   *
   * @param code what it was refused for, 0 to 40 of A-Z and underscore; empty if it was not
   */
  record AtCounter(CounterTask task, CounterOutcome outcome, String code) implements AuditRecord {
    public AtCounter {
      check("code", code, "[A-Z_]{0,40}");
    }
  }

  /**
   * Somebody tried to sign in at the technician's console.
   *
   * @param line the device they came by, 0 to 32 of A-Z, a-z, 0-9, slash, underscore and hyphen
   * @param technician their name; empty if nobody has the name that was given
   */
  record ConsoleSignIn(String line, String technician, Way way, Result result)
      implements AuditRecord {
    /** By what they proved, or would have proven, who they are. */
    public enum Way {
      NONE,
      PASSWORD,
      KEY
    }

    /** How it ended. */
    public enum Result {
      SIGNED_IN,
      REFUSED,
      /** Refused, and all consoles are locked for a while. */
      LOCKED,
      /** Not even judged. */
      WHILE_LOCKED,
      /** The reply came after its challenge had expired. */
      TOO_LATE
    }

    public ConsoleSignIn {
      check("line", line, "[A-Za-z0-9/_-]{0,32}");
      check("technician", technician, TECHNICIAN);
    }
  }

  /**
   * A technician gave an order at the console.
   *
   * @param command its words without what only the technician chose, 0 to 100 of a-z, 0-9, blank,
   *     full stop, underscore and hyphen; empty if it was none
   * @param code why it was not carried out, 0 to 40 of A-Z and underscore; empty if it was
   */
  record ConsoleCommand(String technician, String command, String code) implements AuditRecord {
    /** In place of a reason: it was begun, and what became of it is another record. */
    public static final String ORDERED = "ORDERED";

    /** The most characters of a command that are kept. */
    public static final int COMMAND_MAXIMUM = 100;

    public ConsoleCommand {
      check("technician", technician, TECHNICIAN);
      check("command", command, "[a-z0-9 ._-]{0,%d}".formatted(COMMAND_MAXIMUM));
      check("code", code, "[A-Z_]{0,40}");
    }
  }

  /** A technician is no longer at the console. */
  record ConsoleLogOff(String technician, Ending ending) implements AuditRecord {
    /** How it came. */
    public enum Ending {
      ORDERED,
      IDLE,
      /** The line was cut, or the program was ended. */
      HUNG_UP,
      /** The line took nothing for too long, or an order did not end. */
      STOOD,
      /** By a mistake of ours. */
      FAULT
    }

    public ConsoleLogOff {
      check("technician", technician, TECHNICIAN);
    }
  }

  /** What a technician signs in with was changed by whoever has a shell on the machine. */
  record TechnicianChanged(String technician, Change change) implements AuditRecord {
    /** What was done. */
    public enum Change {
      KEY_MADE,
      PASSWORD_SET,
      PASSWORD_REMOVED
    }

    public TechnicianChanged {
      check("technician", technician, TECHNICIAN);
    }
  }

  /** So many records could not be written before this one. */
  record RecordsLost(int count) implements AuditRecord {}

  private static void check(String what, String text, String form) {
    if (!text.matches(form)) {
      throw new IllegalArgumentException(
          "%s of %d characters, need %s".formatted(what, text.length(), form));
    }
  }
}
