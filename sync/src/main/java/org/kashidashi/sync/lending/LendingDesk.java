package org.kashidashi.sync.lending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.kashidashi.sync.circulation.CirculationStatus;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.CutSession;
import org.kashidashi.sync.circulation.Decision;
import org.kashidashi.sync.circulation.Freshness;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.ItemFacts;
import org.kashidashi.sync.circulation.LoanFlag;
import org.kashidashi.sync.circulation.LoanRefusal;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.policy.DueDates;
import org.kashidashi.sync.circulation.policy.ItemKnowledge;
import org.kashidashi.sync.circulation.policy.LoanPolicy;
import org.kashidashi.sync.circulation.policy.LoanQuestion;
import org.kashidashi.sync.ils.IlsConnector;
import org.kashidashi.sync.ils.IlsReply;
import org.kashidashi.sync.store.KnownPatron;
import org.kashidashi.sync.store.LoanContext;
import org.kashidashi.sync.store.LoanRequest;
import org.kashidashi.sync.store.Store;
import org.kashidashi.sync.store.StoreException;

/**
 * Lends items: decides, then makes the loan durable together with its outbox entry.
 *
 * <p>Calls block, for at most the library system's budget and one transaction. Used from one thread
 * at a time.
 */
public final class LendingDesk {
  /** After a day a remembered standing counts as stale, after a week it is not used any more. */
  private static final Freshness STANDING = new Freshness(Duration.ofHours(24), Duration.ofDays(7));

  private final Store store;
  private final IlsConnector ils;
  private final LoanPolicy policy;
  private final DueDates dueDates;
  private final Clock clock;
  private final Supplier<ClockState> clockState;

  /**
   * @param clockState how far the clock can be trusted now; answers at once, from any thread
   */
  public LendingDesk(
      Store store,
      IlsConnector ils,
      LoanPolicy policy,
      DueDates dueDates,
      Clock clock,
      Supplier<ClockState> clockState) {
    this.store = store;
    this.ils = ils;
    this.policy = policy;
    this.dueDates = dueDates;
    this.clock = clock;
    this.clockState = clockState;
  }

  /** What is known of a patron: from the library system, or else from the kiosk's memory. */
  public PatronAnswer welcome(PatronId patron) throws StoreException {
    return switch (ils.patron(patron)) {
      case IlsReply.Found<PatronStanding> found -> answer(store.remember(found.value()), false);
      case IlsReply.NotFound<PatronStanding> _ -> {
        store.forget(patron);
        yield new PatronAnswer.UnknownPatron();
      }
      case IlsReply.Unreachable<PatronStanding> _ -> {
        Optional<KnownPatron> known =
            store.patron(patron).filter(memory -> age(memory.standing()) != Freshness.Age.TOO_OLD);
        yield known.isPresent() ? answer(known.get(), true) : new PatronAnswer.NotCached();
      }
    };
  }

  /**
   * Lends an item, if nothing speaks against it.
   *
   * @return {@link LoanAnswer.Lent} only when the loan survives a power cut
   * @throws StoreException nothing was lent, as far as anybody may be told
   */
  public LoanAnswer lend(LendingSession session, ItemBarcode barcode) throws StoreException {
    PatronId patron = session.standing().patron();
    IlsReply<ItemFacts> reply = ils.item(barcode, patron);
    Instant now = clock.instant();
    ClockState trust = clockState.get();
    LoanRequest request = new LoanRequest(
        session.id(),
        patron,
        barcode,
        age(session.standing()) != Freshness.Age.FRESH,
        answeredItem(reply),
        now,
        trust);
    boolean offline = session.offline() || reply instanceof IlsReply.Unreachable;
    Decision decision = store.lend(
        request, context -> decide(session, request, knowledge(reply, barcode, context), context));
    return switch (decision) {
      case Decision.Lend lend ->
        new LoanAnswer.Lent(lend.item(), lend.due(), offline, ownHold(reply));
      case Decision.Refuse refuse -> new LoanAnswer.NotLent(refuse.refusal());
    };
  }

  /**
   * Takes back a loan of this session; the library system hears of it after the loan.
   *
   * @return whether there was such a loan; if so, its end survives a power cut
   * @throws StoreException nothing was taken back, as far as anybody may be told
   */
  public boolean cancel(LendingSession session, ItemBarcode barcode) throws StoreException {
    return store.cancel(
        session.id(), session.standing().patron(), barcode, clock.instant(), clockState.get());
  }

  /**
   * Notes that a session is over: its patron has seen what was lent.
   *
   * @throws StoreException after a restart it may look as if it had been cut off
   */
  public void end(String session) throws StoreException {
    store.endSession(session);
  }

  /** A session that was cut off before its patron could see what was lent. */
  public Optional<CutSession> cutSession() throws StoreException {
    return store.cutSession();
  }

  /**
   * Finds out whether loans can be made durable again.
   *
   * @throws StoreException they cannot
   */
  public void probe() throws StoreException {
    store.probe();
  }

  /**
   * Whether there is room for further loans; writes nothing.
   *
   * @throws StoreException there is none
   */
  public void requireRoom() throws StoreException {
    store.requireRoom();
  }

  private PatronAnswer answer(KnownPatron known, boolean offline) {
    LoanQuestion question = LoanQuestion.aboutPatron(
        known.standing(),
        age(known.standing()),
        dueDates.day(clock.instant()),
        clockState.get(),
        known.unconfirmed());
    Optional<LoanRefusal> refusal = policy.refuse(question);
    return refusal.isPresent()
        ? new PatronAnswer.NotNow(known.standing(), refusal.get())
        : new PatronAnswer.Welcome(known.standing(), offline);
  }

  /** Pure: it runs inside the store's transaction. */
  private Decision decide(
      LendingSession session, LoanRequest request, ItemKnowledge item, LoanContext context) {
    PatronStanding standing = context.standing().orElse(session.standing());
    LoanQuestion question = new LoanQuestion(
        standing,
        age(standing),
        dueDates.day(request.lentAt()),
        request.clock(),
        context.unconfirmed(),
        context.lentNow(),
        item);
    Optional<LoanRefusal> refusal = policy.refuse(question);
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    Set<LoanFlag> flags = flags(session, request, item);
    return new Decision.Lend(
        lentItem(request.item(), item),
        dueDates.due(
            request.lentAt(),
            standing.loanDays(),
            request.clock(),
            flags.contains(LoanFlag.OFFLINE)),
        flags);
  }

  private static ItemKnowledge knowledge(
      IlsReply<ItemFacts> reply, ItemBarcode barcode, LoanContext context) {
    return switch (reply) {
      case IlsReply.Found<ItemFacts> found -> new ItemKnowledge.Answered(found.value());
      case IlsReply.NotFound<ItemFacts> _ -> new ItemKnowledge.NotInCatalogue();
      case IlsReply.Unreachable<ItemFacts> _ -> {
        Optional<Item> remembered = context.remembered();
        yield remembered.isPresent()
            ? new ItemKnowledge.Remembered(remembered.get())
            : new ItemKnowledge.Unseen(barcode);
      }
    };
  }

  private static Set<LoanFlag> flags(
      LendingSession session, LoanRequest request, ItemKnowledge item) {
    Set<LoanFlag> flags = EnumSet.noneOf(LoanFlag.class);
    if (session.offline() || !(item instanceof ItemKnowledge.Answered)) {
      flags.add(LoanFlag.OFFLINE);
    }
    if (item instanceof ItemKnowledge.Unseen) {
      flags.add(LoanFlag.UNKNOWN_ITEM);
    }
    if (!request.clock().trusted()) {
      flags.add(LoanFlag.UNTRUSTED_CLOCK);
    }
    return flags;
  }

  private static Item lentItem(ItemBarcode barcode, ItemKnowledge item) {
    return switch (item) {
      case ItemKnowledge.Answered answered -> answered.facts().item();
      case ItemKnowledge.Remembered remembered -> remembered.item();
      case ItemKnowledge.Unseen _, ItemKnowledge.NotInCatalogue _, ItemKnowledge.NotScanned _ ->
        new Item(barcode, "", ItemClass.UNKNOWN);
    };
  }

  private static Optional<Item> answeredItem(IlsReply<ItemFacts> reply) {
    return reply instanceof IlsReply.Found<ItemFacts> found
        ? Optional.of(found.value().item())
        : Optional.empty();
  }

  private static boolean ownHold(IlsReply<ItemFacts> reply) {
    return reply instanceof IlsReply.Found<ItemFacts> found
        && found.value().status() == CirculationStatus.ON_HOLD_FOR_PATRON;
  }

  /** By a clock that nobody trusts, every age is in doubt. */
  private Freshness.Age age(PatronStanding standing) {
    return clockState.get().trusted()
        ? STANDING.of(standing.asOf(), clock.instant())
        : Freshness.Age.AGED;
  }
}
