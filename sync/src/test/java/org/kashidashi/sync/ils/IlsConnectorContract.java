package org.kashidashi.sync.ils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.kashidashi.sync.circulation.Block;
import org.kashidashi.sync.circulation.CirculationStatus;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.GivingBack;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.ItemFacts;
import org.kashidashi.sync.circulation.LoanFlag;
import org.kashidashi.sync.circulation.LoanOut;
import org.kashidashi.sync.circulation.LoanRenewal;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.Renewal;
import org.kashidashi.sync.outbox.IdempotencyKey;
import org.kashidashi.sync.outbox.OutboxEntry;

/**
 * What every connector and the library system behind it keep to.
 *
 * <p>Before each test the library system holds {@link #PATRONS} and {@link #ITEMS}, no loans and no
 * holds, its clock near {@link #LENT_AT}. A connector to a real system extends this class, too.
 */
public abstract class IlsConnectorContract {
  public static final Instant LENT_AT = Instant.parse("2026-11-20T05:05:00Z");

  public static final PatronStanding GOOD = new PatronStanding(
      new PatronId("9999900001"),
      LocalDate.parse("2027-03-31"),
      Renewal.AUTOMATIC,
      Set.of(),
      0,
      30,
      15,
      LENT_AT);

  public static final PatronStanding BLOCKED = new PatronStanding(
      new PatronId("9999900002"),
      LocalDate.parse("2027-03-31"),
      Renewal.AT_COUNTER,
      Set.of(Block.OTHER),
      0,
      30,
      15,
      LENT_AT);

  public static final Item NOVEL =
      new Item(new ItemBarcode("1000000001"), "見本の小説", ItemClass.STANDARD);
  public static final Item POEMS =
      new Item(new ItemBarcode("1000000002"), "見本の詩集", ItemClass.STANDARD);
  public static final Item ATLAS =
      new Item(new ItemBarcode("1000000003"), "見本の地図帳", ItemClass.REFERENCE);

  public static final List<PatronStanding> PATRONS = List.of(GOOD, BLOCKED);
  public static final List<Item> ITEMS = List.of(NOVEL, POEMS, ATLAS);

  private static final PatronId NOBODY = new PatronId("9999900099");
  private static final ItemBarcode NOTHING = new ItemBarcode("1999999999");
  private static final LocalDate DUE = LocalDate.parse("2026-12-05");
  private static final Instant EARLIER = Instant.parse("2026-11-10T05:05:00Z");
  private static final LocalDate SOON = LocalDate.parse("2026-11-25");

  /** A library system in the state said above, with a connector to it. */
  protected interface Fixture extends AutoCloseable {
    IlsConnector connector();

    /** From now on the library system answers nothing. */
    void cutOff() throws IOException;

    @Override
    void close() throws IOException;
  }

  /** Makes a library system anew, for the test of this name. */
  protected abstract Fixture open(String test) throws Exception;

  @SuppressWarnings("NullAway.Init")
  private Fixture fixture;

  @BeforeEach
  final void openFixture(TestInfo test) throws Exception {
    fixture = open(test.getTestMethod().orElseThrow().getName());
  }

  @AfterEach
  final void closeFixture() throws Exception {
    fixture.close();
  }

  @Test
  protected final void findsPatron() {
    PatronStanding standing = found(fixture.connector().patron(BLOCKED.patron()));

    assertEquals(BLOCKED.patron(), standing.patron());
    assertEquals(BLOCKED.expires(), standing.expires());
    assertEquals(Renewal.AT_COUNTER, standing.renewal());
    assertEquals(Set.of(Block.OTHER), standing.blocks());
    assertEquals(0, standing.loansOut());
    assertEquals(30, standing.loanLimit());
    assertEquals(15, standing.loanDays());
  }

  @Test
  protected final void knowsNoSuchPatron() {
    assertInstanceOf(IlsReply.NotFound.class, fixture.connector().patron(NOBODY));
  }

  @Test
  protected final void findsItem() {
    ItemFacts facts = found(fixture.connector().item(ATLAS.barcode(), GOOD.patron()));

    assertEquals(ATLAS, facts.item());
    assertEquals(CirculationStatus.AVAILABLE, facts.status());
    assertEquals(Optional.empty(), facts.due());
  }

  @Test
  protected final void knowsNoSuchItem() {
    assertInstanceOf(IlsReply.NotFound.class, fixture.connector().item(NOTHING, GOOD.patron()));
  }

  @Test
  protected final void recordsLoan() {
    DeliveryResult result = deliver(loan(1, GOOD.patron(), NOVEL.barcode())).getFirst();

    assertEquals(new DeliveryResult.Accepted(Optional.of(DUE)), result);
    assertEquals(1, found(fixture.connector().patron(GOOD.patron())).loansOut());
    ItemFacts own = found(fixture.connector().item(NOVEL.barcode(), GOOD.patron()));
    assertEquals(CirculationStatus.ON_LOAN_TO_PATRON, own.status());
    assertEquals(Optional.of(DUE), own.due());
    ItemFacts other = found(fixture.connector().item(NOVEL.barcode(), BLOCKED.patron()));
    assertEquals(CirculationStatus.ON_LOAN_TO_ANOTHER, other.status());
    assertEquals(Optional.empty(), other.due());
  }

  @Test
  protected final void showsLoansToTheirPatronAlone() {
    deliver(loan(1, GOOD.patron(), POEMS.barcode()), loan(2, GOOD.patron(), NOVEL.barcode()));

    assertEquals(
        List.of(
            new LoanOut(NOVEL.barcode(), NOVEL.title(), DUE, false),
            new LoanOut(POEMS.barcode(), POEMS.title(), DUE, false)),
        found(fixture.connector().loans(GOOD.patron())));
    assertEquals(List.of(), found(fixture.connector().loans(BLOCKED.patron())));
    assertInstanceOf(IlsReply.NotFound.class, fixture.connector().loans(NOBODY));
  }

  @Test
  protected final void renewsOnceHoweverOftenAsked() {
    deliver(loan(1, GOOD.patron(), NOVEL.barcode(), EARLIER, SOON));

    assertEquals(
        new LoanRenewal.Renewed(DUE),
        found(fixture.connector().renew(NOVEL.barcode(), GOOD.patron())));
    assertEquals(
        new LoanRenewal.Refused(LoanRenewal.Reason.NOT_LATER, DUE),
        found(fixture.connector().renew(NOVEL.barcode(), GOOD.patron())));
    assertEquals(
        List.of(new LoanOut(NOVEL.barcode(), NOVEL.title(), DUE, false)),
        found(fixture.connector().loans(GOOD.patron())));
  }

  @Test
  protected final void neverRenewsTheLoanOfAnother() {
    deliver(loan(1, GOOD.patron(), NOVEL.barcode(), EARLIER, SOON));

    assertEquals(
        new LoanRenewal.NotOnLoan(),
        found(fixture.connector().renew(NOVEL.barcode(), BLOCKED.patron())));
    assertEquals(
        new LoanRenewal.NotOnLoan(), found(fixture.connector().renew(NOTHING, GOOD.patron())));
    assertEquals(
        List.of(new LoanOut(NOVEL.barcode(), NOVEL.title(), SOON, false)),
        found(fixture.connector().loans(GOOD.patron())));
  }

  @Test
  protected final void cancelsLoanAsIfItHadNotHappened() {
    deliver(loan(1, GOOD.patron(), NOVEL.barcode()));

    DeliveryResult first = deliver(cancellation(2, 1)).getFirst();
    DeliveryResult again = deliver(cancellation(2, 1)).getFirst();

    assertEquals(new DeliveryResult.Accepted(Optional.empty()), first);
    assertEquals(first, again);
    assertEquals(List.of(), found(fixture.connector().loans(GOOD.patron())));
    ItemFacts facts = found(fixture.connector().item(NOVEL.barcode(), GOOD.patron()));
    assertEquals(CirculationStatus.AVAILABLE, facts.status());
  }

  @Test
  protected final void recordsNoLoanWhoseCancellationCameFirst() {
    deliver(cancellation(2, 1));

    assertEquals(
        new DeliveryResult.Accepted(Optional.empty()),
        deliver(loan(1, GOOD.patron(), NOVEL.barcode())).getFirst());
    assertEquals(List.of(), found(fixture.connector().loans(GOOD.patron())));
  }

  @Test
  protected final void takesBackOwnLoanUntilStaffLookAtIt() {
    deliver(loan(1, GOOD.patron(), NOVEL.barcode()));

    GivingBack first = found(fixture.connector().giveBack(NOVEL.barcode(), GOOD.patron()));
    GivingBack again = found(fixture.connector().giveBack(NOVEL.barcode(), GOOD.patron()));

    assertEquals(new GivingBack.Taken(NOVEL.title()), first);
    assertEquals(first, again);
    assertEquals(
        List.of(new LoanOut(NOVEL.barcode(), NOVEL.title(), DUE, true)),
        found(fixture.connector().loans(GOOD.patron())));
  }

  @Test
  protected final void neverTakesBackTheLoanOfAnother() {
    deliver(loan(1, GOOD.patron(), NOVEL.barcode()));

    assertEquals(
        new GivingBack.NotOnLoan(),
        found(fixture.connector().giveBack(NOVEL.barcode(), BLOCKED.patron())));
    assertEquals(
        new GivingBack.NotOnLoan(), found(fixture.connector().giveBack(NOTHING, GOOD.patron())));
    assertEquals(
        List.of(new LoanOut(NOVEL.barcode(), NOVEL.title(), DUE, false)),
        found(fixture.connector().loans(GOOD.patron())));
  }

  @Test
  protected final void repeatsFirstResultForRepeatedKey() {
    OutboxEntry entry = loan(1, GOOD.patron(), NOVEL.barcode());
    List<DeliveryResult> first = deliver(entry);

    List<DeliveryResult> second = deliver(entry);

    assertEquals(first, second);
    assertEquals(1, found(fixture.connector().patron(GOOD.patron())).loansOut());
  }

  @Test
  protected final void rejectsKeyWithOtherContent() {
    deliver(loan(1, GOOD.patron(), NOVEL.barcode()));

    DeliveryResult result = deliver(loan(1, GOOD.patron(), POEMS.barcode())).getFirst();

    assertEquals(new DeliveryResult.Rejected("KEY_REUSED"), result);
  }

  @Test
  protected final void rejectsUnknownSchema() {
    OutboxEntry known = loan(1, GOOD.patron(), NOVEL.barcode());
    OutboxEntry newer = new OutboxEntry(
        known.key(),
        999,
        known.patron(),
        known.item(),
        known.lentAt(),
        known.clock(),
        known.due(),
        known.flags(),
        Optional.empty());

    assertEquals(List.of(new DeliveryResult.Rejected("SCHEMA_UNKNOWN")), deliver(newer));
  }

  @Test
  protected final void answersEachOperationByItself() {
    List<DeliveryResult> results = deliver(
        loan(1, GOOD.patron(), NOVEL.barcode()),
        loan(2, NOBODY, POEMS.barcode()),
        loan(3, GOOD.patron(), NOTHING),
        loan(4, GOOD.patron(), POEMS.barcode()));

    assertEquals(
        List.of(
            new DeliveryResult.Accepted(Optional.of(DUE)),
            new DeliveryResult.Quarantined("UNKNOWN_PATRON"),
            new DeliveryResult.Quarantined("UNKNOWN_ITEM"),
            new DeliveryResult.Accepted(Optional.of(DUE))),
        results);
  }

  @Test
  protected final void acceptsWithExceptionWhatAnotherPatronHas() {
    deliver(loan(1, GOOD.patron(), NOVEL.barcode()));

    DeliveryResult result = deliver(loan(2, BLOCKED.patron(), NOVEL.barcode())).getFirst();

    assertEquals(
        new DeliveryResult.AcceptedWithException(Optional.of(DUE), "ITEM_ON_LOAN_TO_ANOTHER"),
        result);
  }

  @Test
  protected final void acceptsWithExceptionFromBlockedPatron() {
    DeliveryResult result = deliver(loan(1, BLOCKED.patron(), NOVEL.barcode())).getFirst();

    assertEquals(
        new DeliveryResult.AcceptedWithException(Optional.of(DUE), "PATRON_BLOCKED"), result);
  }

  @Test
  protected final void saysSoWhenCutOff() throws Exception {
    fixture.cutOff();

    IlsConnector connector = fixture.connector();
    assertInstanceOf(IlsReply.Unreachable.class, connector.patron(GOOD.patron()));
    assertInstanceOf(IlsReply.Unreachable.class, connector.item(NOVEL.barcode(), GOOD.patron()));
    assertInstanceOf(IlsReply.Unreachable.class, connector.loans(GOOD.patron()));
    assertInstanceOf(IlsReply.Unreachable.class, connector.renew(NOVEL.barcode(), GOOD.patron()));
    assertInstanceOf(
        IlsReply.Unreachable.class, connector.giveBack(NOVEL.barcode(), GOOD.patron()));
    assertInstanceOf(
        Delivery.NotAnswered.class,
        connector.deliver(List.of(loan(1, GOOD.patron(), NOVEL.barcode()))));
  }

  @Test
  protected final void refusesBatchOfWrongSize() {
    OutboxEntry entry = loan(1, GOOD.patron(), NOVEL.barcode());
    List<OutboxEntry> tooMany = Collections.nCopies(IlsConnector.BATCH_MAXIMUM + 1, entry);

    assertThrows(IllegalArgumentException.class, () -> fixture.connector().deliver(List.of()));
    assertThrows(IllegalArgumentException.class, () -> fixture.connector().deliver(tooMany));
  }

  private List<DeliveryResult> deliver(OutboxEntry... entries) {
    return assertInstanceOf(Delivery.Answered.class, fixture.connector().deliver(List.of(entries)))
        .results();
  }

  private static <T> T found(IlsReply<T> reply) {
    return switch (reply) {
      case IlsReply.Found<T> found -> found.value();
      case IlsReply.NotFound<T> _ -> throw new AssertionError("not found");
      case IlsReply.Unreachable<T> unreachable -> throw new AssertionError(unreachable.reason());
    };
  }

  private static OutboxEntry loan(long sequence, PatronId patron, ItemBarcode item) {
    return loan(sequence, patron, item, LENT_AT, DUE);
  }

  private static OutboxEntry loan(
      long sequence, PatronId patron, ItemBarcode item, Instant lentAt, LocalDate due) {
    return new OutboxEntry(
        new IdempotencyKey("k1", "0123456789abcdef", 7, sequence),
        OutboxEntry.SCHEMA,
        patron,
        item,
        lentAt,
        ClockState.SYNCED,
        Optional.of(due),
        Set.of(LoanFlag.OFFLINE),
        Optional.empty());
  }

  private static OutboxEntry cancellation(long sequence, long loan) {
    return new OutboxEntry(
        new IdempotencyKey("k1", "0123456789abcdef", 7, sequence),
        OutboxEntry.SCHEMA,
        GOOD.patron(),
        NOVEL.barcode(),
        LENT_AT,
        ClockState.SYNCED,
        Optional.empty(),
        Set.of(),
        Optional.of(new IdempotencyKey("k1", "0123456789abcdef", 7, loan)));
  }
}
