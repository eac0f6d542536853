package org.kashidashi.sync.ils.central;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kashidashi.sync.circulation.Block;
import org.kashidashi.sync.circulation.CirculationStatus;
import org.kashidashi.sync.circulation.GivingBack;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.ItemFacts;
import org.kashidashi.sync.circulation.LoanOut;
import org.kashidashi.sync.circulation.LoanRenewal;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.Renewal;
import org.kashidashi.sync.ils.Delivery;
import org.kashidashi.sync.ils.DeliveryResult;
import org.kashidashi.sync.ils.IlsConnector;
import org.kashidashi.sync.ils.IlsReply;
import org.kashidashi.sync.ils.Presence;
import org.kashidashi.sync.outbox.OutboxEntry;

/** Speaks version 1 of central's HTTP interface. */
public final class CentralConnector implements IlsConnector {
  private static final String PATRON_LOOKUPS = "/v1/patron-lookups";
  private static final String ITEM_LOOKUPS = "/v1/item-lookups";
  private static final String OWN_LOAN_LOOKUPS = "/v1/own-loan-lookups";
  private static final String LOAN_RENEWALS = "/v1/loan-renewals";
  private static final String PROVISIONAL_RETURNS = "/v1/provisional-returns";
  static final String HEALTH = "/v1/health";
  private static final String OPERATIONS = "/v1/operations";
  private static final int COUNT_MAXIMUM = 100_000;
  private static final int LOAN_DAYS_MAXIMUM = 366;
  private static final Pattern REASON = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  private enum Outcome {
    FOUND,
    UNKNOWN
  }

  private enum OperationOutcome {
    ACCEPTED,
    ACCEPTED_WITH_EXCEPTION,
    QUARANTINED,
    REJECTED
  }

  private enum RenewalOutcome {
    RENEWED,
    REFUSED,
    NOT_ON_LOAN
  }

  private enum ReturnOutcome {
    TAKEN,
    NOT_ON_LOAN
  }

  /** Reads what was found out of an answer. */
  @FunctionalInterface
  private interface Reading<T> {
    T read(JsonFields body) throws MalformedAnswerException;
  }

  private final CentralExchange exchange;
  private final Clock clock;

  /**
   * @param clock says when an answer was heard
   */
  public CentralConnector(CentralExchange exchange, Clock clock) {
    this.exchange = exchange;
    this.clock = clock;
  }

  @Override
  public IlsReply<PatronStanding> patron(PatronId patron) {
    JsonObject question = new JsonObject();
    question.addProperty("patron", patron.number());
    return lookUp(PATRON_LOOKUPS, question, body -> standing(patron, body.fields("standing")));
  }

  @Override
  public IlsReply<ItemFacts> item(ItemBarcode item, PatronId patron) {
    JsonObject question = new JsonObject();
    question.addProperty("barcode", item.number());
    question.addProperty("patron", patron.number());
    return lookUp(ITEM_LOOKUPS, question, body -> facts(item, body.fields("item")));
  }

  @Override
  public IlsReply<List<LoanOut>> loans(PatronId patron) {
    JsonObject question = new JsonObject();
    question.addProperty("patron", patron.number());
    return lookUp(OWN_LOAN_LOOKUPS, question, CentralConnector::loansOut);
  }

  @Override
  public IlsReply<LoanRenewal> renew(ItemBarcode item, PatronId patron) {
    JsonObject question = new JsonObject();
    question.addProperty("barcode", item.number());
    question.addProperty("patron", patron.number());
    return ask(LOAN_RENEWALS, question, body -> new IlsReply.Found<>(renewal(body)));
  }

  @Override
  public IlsReply<GivingBack> giveBack(ItemBarcode item, PatronId patron) {
    JsonObject question = new JsonObject();
    question.addProperty("barcode", item.number());
    question.addProperty("patron", patron.number());
    return ask(PROVISIONAL_RETURNS, question, body -> new IlsReply.Found<>(givingBack(body)));
  }

  @Override
  public Delivery deliver(List<OutboxEntry> entries) {
    if (entries.isEmpty() || entries.size() > BATCH_MAXIMUM) {
      throw new IllegalArgumentException(
          "batch of %d operations, need 1 to %d".formatted(entries.size(), BATCH_MAXIMUM));
    }
    JsonArray operations = new JsonArray();
    entries.forEach(entry -> operations.add(OperationJson.of(entry)));
    JsonObject batch = new JsonObject();
    batch.add("operations", operations);
    return switch (exchange.deliver(OPERATIONS, batch)) {
      case CentralAnswer.Ok ok -> answered(entries, ok.body());
      case CentralAnswer.Wrong wrong -> new Delivery.Refused(wrong.status() + " " + wrong.code());
      case CentralAnswer.None none -> new Delivery.NotAnswered(none.reason(), none.retryAfter());
    };
  }

  @Override
  public Presence presence() {
    return switch (exchange.ask(HEALTH)) {
      case CentralAnswer.Ok(JsonFields body) -> closed(body) ? Presence.CLOSED : Presence.THERE;
      case CentralAnswer.Wrong _, CentralAnswer.None _ -> Presence.AWAY;
    };
  }

  /** A central that says nothing of it has nothing closed. */
  static boolean closed(JsonFields health) {
    try {
      return health.has("closed") && health.flag("closed");
    } catch (MalformedAnswerException _) {
      return false;
    }
  }

  private <T> IlsReply<T> lookUp(String path, JsonObject question, Reading<T> reading) {
    return ask(path, question, body -> found(body, reading));
  }

  private <T> IlsReply<T> ask(String path, JsonObject question, Reading<IlsReply<T>> reading) {
    return switch (exchange.lookUp(path, question)) {
      case CentralAnswer.Ok ok -> reply(path, ok.body(), reading);
      case CentralAnswer.Wrong wrong ->
        new IlsReply.Unreachable<>(
            "%s: status %d %s".formatted(path, wrong.status(), wrong.code()));
      case CentralAnswer.None none -> new IlsReply.Unreachable<>(none.reason());
    };
  }

  private static <T> IlsReply<T> found(JsonFields body, Reading<T> reading)
      throws MalformedAnswerException {
    return switch (body.constant(Outcome.class, "outcome")) {
      case FOUND -> new IlsReply.Found<>(reading.read(body));
      case UNKNOWN -> new IlsReply.NotFound<>();
    };
  }

  private static <T> IlsReply<T> reply(String path, JsonFields body, Reading<IlsReply<T>> reading) {
    try {
      return reading.read(body);
    } catch (MalformedAnswerException e) {
      return new IlsReply.Unreachable<>("%s: %s".formatted(path, e.getMessage()));
    }
  }

  private PatronStanding standing(PatronId patron, JsonFields standing)
      throws MalformedAnswerException {
    if (!standing.text("patron").equals(patron.number())) {
      throw new MalformedAnswerException("the answer is about another patron");
    }
    return new PatronStanding(
        patron,
        standing.date("expires"),
        standing.constant(Renewal.class, "renewal"),
        standing.constants(Block.class, "blocks"),
        standing.number("loansOut", 0, COUNT_MAXIMUM),
        standing.number("loanLimit", 0, COUNT_MAXIMUM),
        standing.number("loanDays", 1, LOAN_DAYS_MAXIMUM),
        clock.instant());
  }

  private ItemFacts facts(ItemBarcode barcode, JsonFields item) throws MalformedAnswerException {
    if (!item.text("barcode").equals(barcode.number())) {
      throw new MalformedAnswerException("the answer is about another item");
    }
    ItemClass itemClass = item.constant(ItemClass.class, "class");
    if (itemClass == ItemClass.UNKNOWN) {
      throw new MalformedAnswerException("member 'class' is not a class of the protocol");
    }
    return new ItemFacts(
        new Item(barcode, Titles.clean(item.text("title")), itemClass),
        item.constant(CirculationStatus.class, "status"),
        item.dateIfAny("due"),
        clock.instant());
  }

  private static List<LoanOut> loansOut(JsonFields body) throws MalformedAnswerException {
    List<LoanOut> loans = new ArrayList<>();
    for (JsonFields loan : body.list("loans")) {
      loans.add(new LoanOut(
          barcode(loan.text("barcode")),
          Titles.clean(loan.text("title")),
          loan.date("due"),
          loan.flag("givenBack")));
    }
    return List.copyOf(loans);
  }

  private static ItemBarcode barcode(String number) throws MalformedAnswerException {
    try {
      return new ItemBarcode(number);
    } catch (IllegalArgumentException e) {
      throw new MalformedAnswerException("member 'barcode' is not an item's number");
    }
  }

  private static LoanRenewal renewal(JsonFields body) throws MalformedAnswerException {
    return switch (body.constant(RenewalOutcome.class, "outcome")) {
      case RENEWED -> new LoanRenewal.Renewed(body.date("due"));
      case NOT_ON_LOAN -> new LoanRenewal.NotOnLoan();
      case REFUSED ->
        new LoanRenewal.Refused(
            body.constant(LoanRenewal.Reason.class, "reason"), body.date("due"));
    };
  }

  private static GivingBack givingBack(JsonFields body) throws MalformedAnswerException {
    return switch (body.constant(ReturnOutcome.class, "outcome")) {
      case TAKEN -> new GivingBack.Taken(Titles.clean(body.text("title")));
      case NOT_ON_LOAN -> new GivingBack.NotOnLoan();
    };
  }

  private static Delivery answered(List<OutboxEntry> entries, JsonFields body) {
    try {
      List<JsonFields> results = body.list("results");
      if (results.size() != entries.size()) {
        throw new MalformedAnswerException(
            "%d results for %d operations".formatted(results.size(), entries.size()));
      }
      List<DeliveryResult> read = new ArrayList<>();
      for (int index = 0; index < results.size(); index++) {
        read.add(result(entries.get(index), results.get(index)));
      }
      return new Delivery.Answered(read);
    } catch (MalformedAnswerException e) {
      return new Delivery.NotAnswered(OPERATIONS + ": " + e.getMessage(), Optional.empty());
    }
  }

  private static DeliveryResult result(OutboxEntry entry, JsonFields result)
      throws MalformedAnswerException {
    if (!result.text("key").equals(entry.key().text())) {
      throw new MalformedAnswerException("a result has the key of another operation");
    }
    return switch (result.constant(OperationOutcome.class, "outcome")) {
      case ACCEPTED -> new DeliveryResult.Accepted(result.dateIfAny("due"));
      case ACCEPTED_WITH_EXCEPTION ->
        new DeliveryResult.AcceptedWithException(result.dateIfAny("due"), reason(result));
      case QUARANTINED -> new DeliveryResult.Quarantined(reason(result));
      case REJECTED -> new DeliveryResult.Rejected(reason(result));
    };
  }

  private static String reason(JsonFields result) throws MalformedAnswerException {
    String reason = result.text("reason");
    if (!REASON.matcher(reason).matches()) {
      throw new MalformedAnswerException("member 'reason' is not a code");
    }
    return reason;
  }
}
