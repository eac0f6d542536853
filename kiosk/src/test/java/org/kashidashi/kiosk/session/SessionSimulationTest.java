package org.kashidashi.kiosk.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.kiosk.session.SessionState.Aside;
import org.kashidashi.kiosk.session.SessionState.Attended;
import org.kashidashi.kiosk.session.SessionState.CardLeft;
import org.kashidashi.kiosk.session.SessionState.CardLifted;
import org.kashidashi.kiosk.session.SessionState.Finished;
import org.kashidashi.kiosk.session.SessionState.Idle;
import org.kashidashi.kiosk.session.SessionState.Lending;
import org.kashidashi.kiosk.session.SessionState.OutOfService;
import org.kashidashi.kiosk.session.SessionState.StillThere;
import org.kashidashi.kiosk.session.SessionState.TakingCard;

/** Random events by the thousand; what must always hold is checked after every one. */
class SessionSimulationTest {
  private static final int EVENTS = 60_000;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void keepsItsInvariantsWhateverHappens(long seed) {
    SessionMachine machine = new SessionMachine(SampleSessions.rules());
    List<SessionEvent> events = List.copyOf(SampleSessions.events().values());
    Random random = new Random(seed);
    KioskState state = KioskState.starting(true, Offers.standard().atFirst());
    Set<SessionId> begun = new HashSet<>();
    Set<SessionId> ended = new HashSet<>();
    for (int count = 0; count < EVENTS; count++) {
      SessionEvent event = fitting(events.get(random.nextInt(events.size())), state);
      Step step = machine.on(state, event);
      String where = "seed %d, event %d: %s in %s".formatted(seed, count, event, state);
      count(step, begun, ended, where);
      check(state, event, step, where);
      state = step.next();
      assertEquals(
          patronThere(state.session()) ? begun.size() - 1 : begun.size(), ended.size(), where);
    }
    assertTrue(begun.size() > 100, "seed %d began %d sessions only".formatted(seed, begun.size()));
  }

  /** Replies name the session that is going on, most of the time. */
  private static SessionEvent fitting(SessionEvent event, KioskState state) {
    SessionId id = SessionId.of(state.sessions());
    return switch (event) {
      case SessionEvent.PatronWelcomed reply
      when !reply.id().equals(SampleSessions.OLDER) ->
        new SessionEvent.PatronWelcomed(id, reply.standing(), reply.offline(), reply.today());
      case SessionEvent.PatronTurnedAway reply ->
        new SessionEvent.PatronTurnedAway(id, reply.refusal());
      case SessionEvent.ItemLent reply ->
        new SessionEvent.ItemLent(
            id, reply.item(), reply.title(), reply.due(), reply.offline(), reply.ownHold());
      case SessionEvent.ItemRefused reply ->
        new SessionEvent.ItemRefused(id, reply.item(), reply.refusal());
      case SessionEvent.LoanCancelled reply ->
        new SessionEvent.LoanCancelled(id, reply.item(), reply.taken());
      case SessionEvent.LoansListed reply -> new SessionEvent.LoansListed(id, reply.loans());
      case SessionEvent.RenewalAnswered reply ->
        new SessionEvent.RenewalAnswered(id, reply.item(), reply.answer());
      case SessionEvent.GivingBackAnswered reply ->
        new SessionEvent.GivingBackAnswered(id, reply.item(), reply.answer());
      case SessionEvent.ReceiptPrinted _ -> new SessionEvent.ReceiptPrinted(id);
      case SessionEvent.ReceiptFailed _ -> new SessionEvent.ReceiptFailed(id);
      case SessionEvent.SlipPrinted _ -> new SessionEvent.SlipPrinted(id);
      case SessionEvent.SlipFailed _ -> new SessionEvent.SlipFailed(id);
      // Nobody comes to a machine that is closed for most of the time.
      case SessionEvent.UpkeepSet _
      when state.station().upkeep() != Upkeep.NONE -> new SessionEvent.UpkeepSet(Upkeep.NONE);
      default -> event;
    };
  }

  private static void count(Step step, Set<SessionId> begun, Set<SessionId> ended, String where) {
    for (Effect effect : step.effects()) {
      if (effect instanceof Effect.Note(Occurrence.SessionBegan(SessionId id))) {
        assertTrue(begun.add(id), "a session began twice: " + where);
      }
      if (effect instanceof Effect.ForgetPatron(SessionId id)) {
        assertTrue(ended.add(id), "a session ended twice: " + where);
      }
    }
  }

  private static void check(KioskState before, SessionEvent event, Step step, String where) {
    SessionState next = step.next().session();
    boolean asksCard = step.effects().stream()
        .anyMatch(
            effect -> effect instanceof Effect.IdentifyByCard(SessionId id) && !id.practice());
    if (asksCard) {
      assertEquals(CardSight.PRESENT, before.station().card(), "reads without a card: " + where);
    }
    if (next instanceof Idle && !(before.session() instanceof Idle)) {
      assertTrue(
          !step.next().station().card().occupied(), "idle with a card on the reader: " + where);
    }
    if (step.effects().stream().anyMatch(Effect.LendItem.class::isInstance)) {
      assertTrue(next instanceof Lending, "lends outside of lending: " + where);
    }
    boolean takesBack = step.effects().stream().anyMatch(Effect.CancelLoan.class::isInstance);
    if (takesBack) {
      assertTrue(lentCount(before.session()) > 0, "takes back what was not lent: " + where);
    }
    if (lentCount(next) > lentCount(before.session())) {
      assertTrue(event instanceof SessionEvent.ItemLent, "says 済 without a loan: " + where);
    }
  }

  private static int lentCount(SessionState state) {
    return switch (state) {
      case Attended here -> here.lending().map(one -> one.visit().lent().size()).orElse(0);
      case Aside here -> lentCount(here.under());
      case StillThere here -> lentCount(here.under());
      case Finished here -> here.visit().lent().size();
      default -> 0;
    };
  }

  private static boolean patronThere(SessionState state) {
    return switch (state) {
      case Idle _, CardLeft _, CardLifted _, OutOfService _, SessionState.CutShort _ -> false;
      case Aside(var _, int _, Idle _) -> false;
      case Aside(var _, int _, Attended _) -> true;
      case Attended _, TakingCard _, StillThere _, Finished _ -> true;
      case SessionState.ReadingCard _, SessionState.LookingUp _ -> true;
    };
  }
}
