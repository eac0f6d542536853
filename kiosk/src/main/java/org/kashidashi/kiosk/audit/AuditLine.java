package org.kashidashi.kiosk.audit;

import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.regex.Pattern;
import org.kashidashi.kiosk.session.Occurrence;

/** Writes records as JSON; a new kind does not compile until it is written here. */
final class AuditLine {
  /** E-101, L-2: the only text of a session that gets in. */
  private static final Pattern CODE = Pattern.compile("[A-Z]-[0-9]{1,3}");

  private AuditLine() {}

  /** Adds the kind and the fields of a record. */
  static void describe(AuditRecord record, JsonObject line) {
    switch (record) {
      case AuditRecord.KioskStarted(String version) -> {
        line.addProperty("kind", "kiosk_started");
        line.addProperty("version", version);
      }
      case AuditRecord.KioskStopped(AuditRecord.KioskStopped.Reason reason) -> {
        line.addProperty("kind", "kiosk_stopped");
        line.addProperty("reason", name(reason));
      }
      case AuditRecord.Happened(Occurrence occurrence) -> describe(occurrence, line);
      case AuditRecord.AnchorImported(String sha256) -> {
        line.addProperty("kind", "anchor_imported");
        line.addProperty("sha256", sha256);
      }
      case AuditRecord.AnchorRemoved(String sha256) -> {
        line.addProperty("kind", "anchor_removed");
        line.addProperty("sha256", sha256);
      }
      case AuditRecord.AtCounter(var task, var outcome, String code) -> {
        line.addProperty("kind", "at_counter");
        line.addProperty("task", name(task));
        line.addProperty("outcome", name(outcome));
        if (!code.isEmpty()) {
          line.addProperty("code", code);
        }
      }
      case AuditRecord.ConsoleSignIn(String tty, String technician, var way, var result) -> {
        line.addProperty("kind", "console_sign_in");
        line.addProperty("line", tty);
        line.addProperty("technician", technician);
        line.addProperty("way", name(way));
        line.addProperty("result", name(result));
      }
      case AuditRecord.ConsoleCommand(String technician, String command, String code) -> {
        line.addProperty("kind", "console_command");
        line.addProperty("technician", technician);
        line.addProperty("command", command);
        boolean ordered = code.equals(AuditRecord.ConsoleCommand.ORDERED);
        line.addProperty("outcome", ordered ? "ordered" : code.isEmpty() ? "done" : "not_done");
        if (!code.isEmpty() && !ordered) {
          line.addProperty("code", code);
        }
      }
      case AuditRecord.ConsoleLogOff(String technician, var ending) -> {
        line.addProperty("kind", "console_log_off");
        line.addProperty("technician", technician);
        line.addProperty("ending", name(ending));
      }
      case AuditRecord.TechnicianChanged(String technician, var change) -> {
        line.addProperty("kind", "technician_changed");
        line.addProperty("technician", technician);
        line.addProperty("change", name(change));
      }
      case AuditRecord.RecordsLost(int count) -> {
        line.addProperty("kind", "records_lost");
        line.addProperty("count", count);
      }
    }
  }

  private static void describe(Occurrence occurrence, JsonObject line) {
    switch (occurrence) {
      case Occurrence.SessionBegan(var session) -> {
        line.addProperty("kind", "session_began");
        line.addProperty("session", session.number());
      }
      case Occurrence.PracticeBegan _ -> line.addProperty("kind", "practice_began");
      case Occurrence.PatronIdentified(var session, var way, boolean offline) -> {
        line.addProperty("kind", "patron_identified");
        line.addProperty("session", session.number());
        line.addProperty("way", name(way));
        line.addProperty("offline", offline);
      }
      case Occurrence.RefusalShown(var session, String code) -> {
        line.addProperty("kind", "refusal_shown");
        line.addProperty("session", session.number());
        line.addProperty("code", CODE.matcher(code).matches() ? code : "unknown");
      }
      case Occurrence.LoanMade(var session, boolean offline) -> {
        line.addProperty("kind", "loan_made");
        line.addProperty("session", session.number());
        line.addProperty("offline", offline);
      }
      case Occurrence.LoanTakenBack(var session) -> {
        line.addProperty("kind", "loan_taken_back");
        line.addProperty("session", session.number());
      }
      case Occurrence.OwnLoansShown(var session) -> {
        line.addProperty("kind", "own_loans_shown");
        line.addProperty("session", session.number());
      }
      case Occurrence.RenewalWished(var session, var fate) -> {
        line.addProperty("kind", "renewal_wished");
        line.addProperty("session", session.number());
        line.addProperty("fate", name(fate));
      }
      case Occurrence.ItemPutBack(var session, var outcome) -> {
        line.addProperty("kind", "item_put_back");
        line.addProperty("session", session.number());
        line.addProperty("outcome", name(outcome));
      }
      case Occurrence.StageLeft(var session, var stage, int milliseconds) -> {
        line.addProperty("kind", "stage_left");
        line.addProperty("session", session.number());
        line.addProperty("stage", name(stage));
        line.addProperty("milliseconds", milliseconds);
      }
      case Occurrence.SessionEnded(var session, var ending, int loans) -> {
        line.addProperty("kind", "session_ended");
        line.addProperty("session", session.number());
        line.addProperty("ending", name(ending));
        line.addProperty("loans", loans);
      }
      case Occurrence.CutSessionFound(int loans) -> {
        line.addProperty("kind", "cut_session_found");
        line.addProperty("loans", loans);
      }
      case Occurrence.CutSessionClosed(var closing, boolean copied) -> {
        line.addProperty("kind", "cut_session_closed");
        line.addProperty("closing", name(closing));
        line.addProperty("printed", copied);
      }
      case Occurrence.CardLeftBehind(int seconds) -> {
        line.addProperty("kind", "card_left_behind");
        line.addProperty("seconds", seconds);
      }
      case Occurrence.CardTakenAway(int seconds) -> {
        line.addProperty("kind", "card_taken_away");
        line.addProperty("seconds", seconds);
      }
      case Occurrence.StaffCalled(boolean calling) ->
        line.addProperty("kind", calling ? "staff_called" : "staff_call_ended");
      case Occurrence.DoorMoved(boolean open) ->
        line.addProperty("kind", open ? "door_opened" : "door_closed");
      case Occurrence.StrangersSeen(boolean there) ->
        line.addProperty("kind", there ? "unknown_keyboard_came" : "unknown_keyboard_gone");
    }
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
