package org.kashidashi.kiosk.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kashidashi.hal.card.jpki.CardReading;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.identity.Identification;
import org.kashidashi.kiosk.session.CutVisit;
import org.kashidashi.kiosk.session.Line;
import org.kashidashi.kiosk.session.SessionEvent;
import org.kashidashi.kiosk.session.SessionId;
import org.kashidashi.kiosk.session.Visit;
import org.kashidashi.sync.circulation.CutSession;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.lending.LendingDesk;
import org.kashidashi.sync.lending.LendingSession;
import org.kashidashi.sync.lending.LoanAnswer;
import org.kashidashi.sync.lending.PatronAnswer;
import org.kashidashi.sync.store.StoreException;
import org.kashidashi.sync.store.StoreFullException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lending thread: finds out who a patron is, and lends item after item, in the order asked.
 *
 * <p>Whatever the world does here ends as an event. A store without space takes the machine out of
 * service until it can be written again; a store that broke does so for good.
 */
public final class PatronDesk {
  private static final Logger LOG = LoggerFactory.getLogger(PatronDesk.class);

  /** Lending is to resume within 5 s of the trouble being over. */
  private static final Duration RECOVERY_PROBE = Duration.ofSeconds(4);

  private final Executor thread;
  private final Function<CardReading, Identification> identification;
  private final LendingDesk lending;
  private final Consumer<SessionEvent> events;
  private final Scheduler scheduler;
  private final Clock clock;
  private final String boot;
  private final Consumer<StoreException> storeBroken;
  private final AtomicLong forgotten = new AtomicLong();

  /** Belongs to the lending thread. */
  private boolean probing;

  /**
   * @param clock the kiosk's wall clock, in the library's time zone
   * @param boot names this start of the program, so that session names never repeat
   * @param storeBroken told once the store can only be opened anew, that is by a restart
   */
  public PatronDesk(
      Executor thread,
      Function<CardReading, Identification> identification,
      LendingDesk lending,
      Consumer<SessionEvent> events,
      Scheduler scheduler,
      Clock clock,
      String boot,
      Consumer<StoreException> storeBroken) {
    this.thread = thread;
    this.identification = identification;
    this.lending = lending;
    this.events = events;
    this.scheduler = scheduler;
    this.clock = clock;
    this.boot = boot;
    this.storeBroken = storeBroken;
  }

  /** A card was read; called on the card thread. */
  public void cardRead(SessionId id, CardReading reading) {
    thread.execute(() -> guarded(id, () -> {
      switch (identification.apply(reading)) {
        case Identification.Identified(PatronId patron) -> welcome(id, patron);
        case Identification.NotIdentified refused -> turnAway(id, refused);
      }
    }));
  }

  /** Nothing more is done for this session, nor for any before it. Any thread. */
  void forget(SessionId id) {
    forgotten.accumulateAndGet(id.number(), Math::max);
  }

  /** The session has ended with its patron, who saw every loan; any thread. */
  void ended(SessionId id) {
    thread.execute(() -> guarded(() -> lending.end(name(id))));
  }

  /**
   * Tells of a session that the last start was cut off in. Called before the loop begins, so that
   * nobody starts beside it.
   */
  public void lookBack() {
    guarded(this::tellCutSession);
  }

  /** Tells of the next one, if there is any. */
  void forgetCutSession(String name) {
    thread.execute(() -> guarded(() -> {
      lending.end(name);
      tellCutSession();
    }));
  }

  private void tellCutSession() throws StoreException {
    lending.cutSession().ifPresent(cut -> {
      LOG.warn("session {} was cut off with {} loans", cut.name(), cut.loans().size());
      events.accept(new SessionEvent.CutSessionFound(visit(cut)));
    });
  }

  private CutVisit visit(CutSession cut) {
    return new CutVisit(
        cut.name(),
        cut.lastLent().map(time -> LocalDateTime.ofInstant(time, clock.getZone())),
        cut.loans().stream()
            .map(loan -> new Line.Lent(loan.item(), loan.title(), loan.due()))
            .toList());
  }

  /** Of a session, unlike that of any other start. */
  private String name(SessionId id) {
    return boot + "-" + id.number();
  }

  void libraryCardShown(SessionId id, PatronId patron) {
    thread.execute(() -> guarded(id, () -> welcome(id, patron)));
  }

  void lend(SessionId id, Visit visit, ItemBarcode item) {
    thread.execute(() -> guarded(id, () -> lendNow(id, visit, item)));
  }

  /** Takes back a loan of this session. */
  void cancel(SessionId id, Visit visit, ItemBarcode item) {
    thread.execute(() -> guarded(
        id,
        () -> events.accept(
            new SessionEvent.LoanCancelled(id, item, lending.cancel(session(id, visit), item)))));
  }

  private LendingSession session(SessionId id, Visit visit) {
    return new LendingSession(name(id), visit.standing(), visit.offline());
  }

  /** The kind of reason alone goes to the log: dates in a certificate are a birthday. */
  private void turnAway(SessionId id, Identification.NotIdentified reason) {
    LOG.info("session {}: {}", id.number(), reason.getClass().getSimpleName());
    events.accept(new SessionEvent.PatronTurnedAway(id, Refusals.of(reason)));
  }

  private void welcome(SessionId id, PatronId patron) throws StoreException {
    events.accept(
        switch (lending.welcome(patron)) {
          case PatronAnswer.Welcome(var standing, boolean offline) ->
            new SessionEvent.PatronWelcomed(id, standing, offline, LocalDate.now(clock));
          case PatronAnswer.NotNow(var _, var refusal) ->
            new SessionEvent.PatronTurnedAway(id, Refusals.of(refusal));
          case PatronAnswer.UnknownPatron _ ->
            new SessionEvent.PatronTurnedAway(id, Refusals.UNKNOWN_LIBRARY_CARD);
          case PatronAnswer.NotCached _ ->
            new SessionEvent.PatronTurnedAway(id, Refusals.NOT_KNOWN_HERE);
        });
  }

  private void lendNow(SessionId id, Visit visit, ItemBarcode item) throws StoreException {
    events.accept(
        switch (lending.lend(session(id, visit), item)) {
          case LoanAnswer.Lent(var lent, var due, boolean offline, boolean ownHold) ->
            new SessionEvent.ItemLent(id, item, lent.title(), due, offline, ownHold);
          case LoanAnswer.NotLent(var refusal) ->
            new SessionEvent.ItemRefused(id, item, Refusals.of(refusal));
        });
  }

  private interface StoreWork {
    void run() throws StoreException;
  }

  /** Work for a session that is over is not done: nobody would be told of the loan. */
  private void guarded(SessionId id, StoreWork work) {
    if (id.number() > forgotten.get()) {
      guarded(work);
    }
  }

  private void guarded(StoreWork work) {
    try {
      work.run();
    } catch (StoreFullException full) {
      events.accept(new SessionEvent.ServiceLost(FaultCode.E_305));
      if (!probing) {
        probing = true;
        LOG.error("nothing more can be stored; lending stops until there is space", full);
        probeLater();
      }
    } catch (StoreException broken) {
      events.accept(new SessionEvent.ServiceLost(FaultCode.E_305));
      storeBroken.accept(broken);
    }
  }

  /** Looks now and then whether there is room, so that nobody is invited while there is none. */
  public void watchRoom() {
    scheduler.after(RECOVERY_PROBE, () -> {
      thread.execute(() -> {
        if (!probing) {
          guarded(lending::requireRoom);
        }
      });
      watchRoom();
    });
  }

  private void probeLater() {
    scheduler.after(RECOVERY_PROBE, () -> thread.execute(() -> guarded(this::probe)));
  }

  private void probe() throws StoreException {
    try {
      lending.probe();
      probing = false;
      LOG.info("there is space again, lending goes on");
      events.accept(new SessionEvent.ServiceRestored());
    } catch (StoreFullException still) {
      LOG.debug("still no space", still);
      probeLater();
    }
  }
}
