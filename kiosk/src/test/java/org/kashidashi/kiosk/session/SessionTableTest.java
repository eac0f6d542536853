package org.kashidashi.kiosk.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.kashidashi.kiosk.Golden;
import org.kashidashi.kiosk.session.SessionState.Attended;
import org.kashidashi.kiosk.session.SessionState.Finished.ReceiptOutcome;
import org.kashidashi.kiosk.session.SessionState.Open;

/** Every state against every event, kept as a table that changes only under review. */
class SessionTableTest {
  private final SessionMachine machine = new SessionMachine(SampleSessions.rules());

  @Test
  void everyStateAgainstEveryEventIsAsReviewed() {
    StringBuilder table = new StringBuilder();
    SampleSessions.states().forEach((stateName, state) -> {
      table.append(stateName).append('\n');
      SampleSessions.events()
          .forEach((eventName, event) -> table.append(row(eventName, state, event)));
    });
    Golden.file("session-table.txt").check(table.toString());
  }

  @Test
  void samplesHoldEveryKindOfState() {
    long kinds = SampleSessions.states().values().stream()
        .map(state -> state.session().getClass())
        .distinct()
        .count();
    int permitted = SessionState.class.getPermittedSubclasses().length
        - 1
        + Open.class.getPermittedSubclasses().length
        - 1
        + Attended.class.getPermittedSubclasses().length;
    assertEquals(permitted, kinds, "a state without a sample is a state without a table row");
  }

  private String row(String eventName, KioskState state, SessionEvent event) {
    Step step = machine.on(state, event);
    if (!step.handled()) {
      return "  %-32s -\n".formatted(eventName);
    }
    StringJoiner effects = new StringJoiner(", ");
    step.effects().forEach(effect -> effects.add(named(effect)));
    String next = named(step.next().session());
    return "  %-32s %s%s\n"
        .formatted(eventName, next, effects.length() == 0 ? "" : " : " + effects);
  }

  private static String named(SessionState state) {
    return switch (state) {
      case SessionState.Aside(var subject, int page, var under) ->
        "%s(%d) over %s".formatted(subject, page, named(under));
      case SessionState.StillThere(var _, Attended under, int left) ->
        "StillThere(%d) over %s".formatted(left, named(under));
      case SessionState.AwaitingCard(var _, int tries, Notice notice) ->
        "AwaitingCard(%d, %s)".formatted(tries, notice);
      case SessionState.AwaitingLibraryCard(var _, Notice notice) ->
        "AwaitingLibraryCard(%s)".formatted(notice);
      case SessionState.Lending here ->
        "Lending(%d lent, %d lines, %d waiting, %s%s)"
            .formatted(
                here.visit().lent().size(),
                here.visit().lines().size(),
                here.waiting().size(),
                here.notice(),
                here.ending().map(choice -> ", ending " + choice).orElse(""));
      case SessionState.OwnLoans here ->
        "OwnLoans(%s, %s, page %d)"
            .formatted(
                here.heard(), here.loans().stream().map(OwnLoan::fate).toList(), here.page());
      case SessionState.Returning here ->
        "Returning(%s, %d waiting, %s)"
            .formatted(
                here.lines().stream().map(PutBack::outcome).toList(),
                here.waiting().size(),
                here.notice());
      case SessionState.Refused here ->
        "Refused(%s, %d%s)"
            .formatted(
                here.refusal().shownCode(),
                here.emptyTries(),
                here.slip() == ReceiptOutcome.NOT_WANTED ? "" : ", slip " + here.slip());
      case SessionState.TakingCard here -> "TakingCard(%d)".formatted(here.seconds());
      case SessionState.ReadingCard here -> "ReadingCard(%d)".formatted(here.seconds());
      case SessionState.LookingUp here -> "LookingUp(%d)".formatted(here.seconds());
      case SessionState.Finished here ->
        "Finished(%s, %d)".formatted(here.receipt(), here.seconds());
      case SessionState.CardLeft here ->
        "CardLeft(%d%s)".formatted(here.seconds(), here.alsoAnother() ? ", another" : "");
      case SessionState.CardLifted here -> "CardLifted(%d)".formatted(here.seconds());
      case SessionState.CutShort here ->
        "CutShort(%s%s, %d)"
            .formatted(here.slip(), here.listed() ? ", listed" : "", here.seconds());
      case SessionState.OutOfService here ->
        "OutOfService(%s)".formatted(here.fault().code());
      case SessionState.Idle _ -> "Idle";
    };
  }

  private static String named(Effect effect) {
    return switch (effect) {
      case Effect.Sound(Effect.Cue cue) -> "Sound " + cue;
      case Effect.Note(Occurrence occurrence) -> "Note " + named(occurrence);
      case Effect.IdentifyByCard _ -> "IdentifyByCard";
      case Effect.IdentifyByLibraryCard _ -> "IdentifyByLibraryCard";
      case Effect.LendItem _ -> "LendItem";
      case Effect.CancelLoan _ -> "CancelLoan";
      case Effect.ListLoans _ -> "ListLoans";
      case Effect.RenewLoan _ -> "RenewLoan";
      case Effect.GiveBack _ -> "GiveBack";
      case Effect.PrintReceipt _ -> "PrintReceipt";
      case Effect.PrintRecord _ -> "PrintRecord";
      case Effect.ForgetCutSession _ -> "ForgetCutSession";
      case Effect.PrintErrorSlip _ -> "PrintErrorSlip";
      case Effect.ForgetPatron _ -> "ForgetPatron";
      case Effect.CallStaff(boolean calling) -> calling ? "CallStaff" : "CallStaff no more";
    };
  }

  private static String named(Occurrence occurrence) {
    return switch (occurrence) {
      case Occurrence.SessionEnded(var _, var ending, int loans) ->
        "SessionEnded(%s, %d loans)".formatted(ending, loans);
      case Occurrence.RefusalShown(var _, String code) -> "RefusalShown(%s)".formatted(code);
      case Occurrence.PatronIdentified(var _, var way, var _) ->
        "PatronIdentified(%s)".formatted(way);
      case Occurrence.CutSessionFound(int loans) -> "CutSessionFound(%d loans)".formatted(loans);
      case Occurrence.CutSessionClosed(var closing, boolean printed) ->
        "CutSessionClosed(%s%s)".formatted(closing, printed ? ", printed" : "");
      case Occurrence.CardLeftBehind(int seconds) -> "CardLeftBehind(%d)".formatted(seconds);
      case Occurrence.CardTakenAway(int seconds) -> "CardTakenAway(%d)".formatted(seconds);
      case Occurrence.SessionBegan _ -> "SessionBegan";
      case Occurrence.PracticeBegan _ -> "PracticeBegan";
      case Occurrence.LoanMade _ -> "LoanMade";
      case Occurrence.LoanTakenBack _ -> "LoanTakenBack";
      case Occurrence.OwnLoansShown _ -> "OwnLoansShown";
      case Occurrence.RenewalWished(var _, var fate) -> "RenewalWished(%s)".formatted(fate);
      case Occurrence.ItemPutBack(var _, var outcome) -> "ItemPutBack(%s)".formatted(outcome);
      case Occurrence.StageLeft(var _, var stage, int _) -> "StageLeft(%s)".formatted(stage);
      case Occurrence.StaffCalled(boolean calling) -> "StaffCalled(%s)".formatted(calling);
      case Occurrence.DoorMoved(boolean open) -> "DoorMoved(%s)".formatted(open);
      case Occurrence.StrangersSeen(boolean there) -> "StrangersSeen(%s)".formatted(there);
    };
  }
}
