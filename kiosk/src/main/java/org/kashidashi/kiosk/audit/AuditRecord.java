package org.kashidashi.kiosk.audit;

import org.kashidashi.kiosk.session.Occurrence;

/** One thing that the audit trail tells. None has room for a name, a title or a number. */
public sealed interface AuditRecord {
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

  /** So many records could not be written before this one. */
  record RecordsLost(int count) implements AuditRecord {}

  private static void check(String what, String text, String form) {
    if (!text.matches(form)) {
      throw new IllegalArgumentException(
          "%s of %d characters, need %s".formatted(what, text.length(), form));
    }
  }
}
