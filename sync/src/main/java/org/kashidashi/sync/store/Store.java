package org.kashidashi.sync.store;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.CutSession;
import org.kashidashi.sync.circulation.Decision;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.outbox.OutboxEntry;
import org.kashidashi.sync.registry.LinkCache;
import org.kashidashi.sync.registry.ResolverCache;

/**
 * The kiosk's durable memory: loans, their outbox, and what was heard from the library system.
 *
 * <p>Every method runs one short transaction on the store's own thread and returns when it is
 * durable; it may be called from any thread. What a subtype of {@link StoreException} asks for is
 * said there. Numbers of patrons and identifiers of persons are never in the file in clear.
 */
public final class Store implements AutoCloseable {
  /** More than any one loan takes, whatever it splits. */
  private static final int LEAST_FREE_PAGES = 8;

  private final StoreThread thread;
  private final StoreLock lock;
  private final Database database;
  private final Seal seal;
  private final Room room;
  private final KioskRow kiosk;
  private final PatronRows patrons;
  private final ItemRows items;
  private final LoanRows loans;
  private final SessionRows sessions;
  private final OutboxRows outbox;
  private final CacheRows caches;
  private final ResolverCache resolverCache;
  private final LinkCache linkCache;

  private Store(
      StoreThread thread, StoreLock lock, Database database, Seal seal, Room room, KioskRow kiosk) {
    this.thread = thread;
    this.lock = lock;
    this.database = database;
    this.seal = seal;
    this.room = room;
    this.kiosk = kiosk;
    this.patrons = new PatronRows(database);
    this.items = new ItemRows(database);
    this.loans = new LoanRows(database, seal, kiosk);
    this.sessions = new SessionRows(database, kiosk);
    this.outbox = new OutboxRows(database);
    this.caches = new CacheRows(database);
    this.resolverCache =
        new StoreResolverCache(thread, database, seal, AnswerRows.resolutions(database, seal));
    this.linkCache = new StoreLinkCache(thread, database, seal, new LinkRows(database, seal));
  }

  /**
   * Opens the store, makes it if it is not there, and starts its thread.
   *
   * @param random for keys and nonces; cryptographically strong
   * @throws StoreDamagedException the file is not sound; it was not touched
   * @throws StoreRefusedException it is another process's or kiosk's, or of a newer program
   */
  public static Store open(StoreSettings settings, SecureRandom random) throws StoreException {
    return open(settings, random, Duration.ZERO);
  }

  /**
   * Opens the store as soon as another process lets go of it.
   *
   * @param patience how long that may take: whoever only looks into a store is soon done
   */
  public static Store open(StoreSettings settings, SecureRandom random, Duration patience)
      throws StoreException {
    StoreLock lock = StoreLock.take(settings.lockFile(), patience);
    Room room = new Room(settings);
    StoreThread thread = new StoreThread(room);
    try {
      return thread.call("store " + settings.file(), () -> {
        room.open();
        Seal seal = StoreOpening.seal(settings, random);
        Database database = StoreOpening.database(settings);
        return start(settings, random, thread, lock, seal, database, room);
      });
    } catch (StoreException | RuntimeException e) {
      try (lock) {
        thread.close(() -> {});
      } catch (StoreException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
  }

  private static Store start(
      StoreSettings settings,
      SecureRandom random,
      StoreThread thread,
      StoreLock lock,
      Seal seal,
      Database database,
      Room room)
      throws SQLException, StoreException {
    try {
      KioskRow kiosk = KioskRow.start(database, seal, settings.kiosk(), random);
      return new Store(thread, lock, database, seal, room, kiosk);
    } catch (SQLException | StoreException | RuntimeException e) {
      try {
        database.close();
      } catch (SQLException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
  }

  /** How often this store was opened, this time included. */
  public int epoch() {
    return kiosk.epoch();
  }

  public ResolverCache resolverCache() {
    return resolverCache;
  }

  public LinkCache linkCache() {
    return linkCache;
  }

  /** Remembers what the library system said, and adds the loans it cannot know of yet. */
  public KnownPatron remember(PatronStanding answered) throws StoreException {
    return thread.call(
        "patron's standing",
        () -> database.transaction(() -> {
          byte[] digest = digest(answered.patron());
          int unconfirmed = loans.unconfirmed(digest);
          PatronStanding standing = withLoans(answered, unconfirmed);
          patrons.replace(digest, standing);
          return new KnownPatron(standing, Math.max(0, unconfirmed));
        }));
  }

  /** A patron as remembered, however long ago. */
  public Optional<KnownPatron> patron(PatronId patron) throws StoreException {
    return thread.call("patron's standing", () -> {
      byte[] digest = digest(patron);
      Optional<PatronStanding> standing = patrons.find(digest, patron);
      int unconfirmed = Math.max(0, loans.unconfirmed(digest));
      return standing.map(known -> new KnownPatron(known, unconfirmed));
    });
  }

  /** Loans of the patron that wait for confirmation are kept. */
  public void forget(PatronId patron) throws StoreException {
    thread.call("patron's standing", () -> database.single(() -> patrons.forget(digest(patron))));
  }

  /**
   * Decides a loan and, if it is made, writes it together with its outbox entry.
   *
   * <p>After a decision to lend has been returned, the loan survives a power cut. After an exception
   * it was not made, except that after {@link StoreFailedException} nobody can say.
   */
  public Decision lend(LoanRequest request, LoanDecider decider) throws StoreException {
    return thread.call("loan", () -> {
      room.require();
      return database.transaction(() -> lendNow(request, decider));
    });
  }

  private Decision lendNow(LoanRequest request, LoanDecider decider)
      throws SQLException, StoreException {
    byte[] digest = digest(request.patron());
    LoanContext context = new LoanContext(
        patrons.find(digest, request.patron()),
        request.countUnconfirmed() ? Math.max(0, loans.unconfirmed(digest)) : 0,
        loans.lentNow(digest, request.session(), request.item()).isPresent(),
        request.answered().isPresent() ? request.answered() : items.find(request.item()));
    Decision decision = decider.decide(context);
    if (request.answered().isPresent()) {
      items.remember(request.answered().get(), request.lentAt());
    }
    switch (decision) {
      case Decision.Lend lend -> {
        loans.insert(digest, request, lend);
        sessions.open(request.session());
        patrons.countLoans(digest, 1);
      }
      case Decision.Refuse _ -> {
        // Nothing happened that would have to be remembered.
      }
    }
    return decision;
  }

  /**
   * Takes back a loan of this session, with the same promise as for a loan.
   *
   * @return whether there was one
   */
  public boolean cancel(
      String session, PatronId patron, ItemBarcode item, Instant now, ClockState clock)
      throws StoreException {
    return thread.call("cancellation", () -> {
      room.require();
      return database.transaction(() -> {
        byte[] digest = digest(patron);
        OptionalLong loan = loans.lentNow(digest, session, item);
        if (loan.isPresent()) {
          loans.cancel(loan.getAsLong(), now, clock);
          patrons.countLoans(digest, -1);
        }
        return loan.isPresent();
      });
    });
  }

  /** Notes that a session has ended with its patron. Nothing is left to be told of it. */
  public void endSession(String session) throws StoreException {
    thread.call("open session", () -> database.transactionWithReserve(() -> sessions.end(session)));
  }

  /** The oldest session that was cut off, until it is ended by {@link #endSession}. */
  public Optional<CutSession> cutSession() throws StoreException {
    return thread.call("open session", () -> database.transactionWithReserve(sessions::cut));
  }

  /** What waits to be sent, oldest first. */
  public List<OutboxEntry> pending(int limit) throws StoreException {
    return thread.call("outbox", () -> database.single(() -> loans.pending(limit)));
  }

  /** Notes what became of entries, all or none. An entry that is settled already stays as it is. */
  public void settle(List<Settlement> settlements, Instant now) throws StoreException {
    thread.run(
        "outbox",
        () -> database.transactionWithReserve(() -> {
          for (Settlement settlement : settlements) {
            outbox.settle(settlement, now);
          }
          return true;
        }));
  }

  /**
   * Lets parked entries be sent again, for a person who has removed the cause.
   *
   * @return how many
   */
  public int releaseParked() throws StoreException {
    return thread.call("outbox", () -> database.single(outbox::releaseParked));
  }

  /** What the library system does not have, oldest first: pending and parked. */
  public List<UnsettledEntry> unsettled(int limit) throws StoreException {
    return thread.call("outbox", () -> database.single(() -> outbox.unsettled(limit)));
  }

  /**
   * Looks whether the file is whole, one table after the other: what a patron wants meanwhile waits
   * for one table at most.
   *
   * @return "ok", or what is wrong with it
   */
  public String integrity() throws StoreException {
    for (String table : thread.call("integrity", () -> StoreOpening.tables(database))) {
      String verdict = thread.call("integrity", () -> StoreOpening.verdict(database, table));
      if (!verdict.equals(StoreOpening.SOUND)) {
        return verdict;
      }
    }
    return StoreOpening.SOUND;
  }

  public OutboxCounts outboxCounts() throws StoreException {
    return thread.call("outbox", () -> database.transaction(outbox::counts));
  }

  /**
   * Erases loans that the library system has had for long enough: patron, item, and what ties them.
   *
   * <p>The bytes are gone from the files after the next {@link #checkpoint()}.
   *
   * @param limit how many at most, so that a patron's loan need not wait long
   * @return how many
   */
  public int erase(Instant settledBefore, Instant now, int limit) throws StoreException {
    return thread.call(
        "erasure",
        () -> database.transactionWithReserve(() -> outbox.erase(settledBefore, now, limit)));
  }

  /** Forgets what is remembered beyond the limits. The clock must be trusted. */
  public void trimCaches(CacheLimits limits, Instant now) throws StoreException {
    thread.run(
        "caches",
        () -> database.transactionWithReserve(() -> {
          caches.trim(limits, now);
          return true;
        }));
  }

  /**
   * Writes nothing.
   *
   * @throws StoreFullException there is no room for further loans
   */
  public void requireRoom() throws StoreException {
    thread.run("room", () -> {
      requirePages();
      room.require();
    });
  }

  /** The limit may be reached on a disk that has room; a change that adds nothing cannot tell. */
  private void requirePages() throws SQLException, StoreFullException {
    if (!database.hasRoomFor(LEAST_FREE_PAGES)) {
      throw new StoreFullException(
          "less than %d pages are free in the store; see why the library system confirms no loans"
              .formatted(LEAST_FREE_PAGES));
    }
  }

  /** Makes one durable change that means nothing, to find out whether a loan could be written. */
  public void probe() throws StoreException {
    thread.run("probe", () -> {
      requirePages();
      room.regain();
      database.transaction(() -> KioskRow.touch(database));
    });
  }

  /** Moves the write-ahead log into the file and empties it, with what was erased. */
  public void checkpoint() throws StoreException {
    thread.run("checkpoint", database::checkpoint);
  }

  /** Finishes what is queued. Nothing is lost if the process ends without it. */
  @Override
  public void close() throws StoreException {
    try (lock) {
      thread.close(database::close);
    }
  }

  private byte[] digest(PatronId patron) {
    return seal.digest(Seal.Purpose.PATRON, patron.number());
  }

  private static PatronStanding withLoans(PatronStanding standing, int more) {
    return new PatronStanding(
        standing.patron(),
        standing.expires(),
        standing.renewal(),
        standing.blocks(),
        Math.max(0, standing.loansOut() + more),
        standing.loanLimit(),
        standing.loanDays(),
        standing.asOf());
  }
}
