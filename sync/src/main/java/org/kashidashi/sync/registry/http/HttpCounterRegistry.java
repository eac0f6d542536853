package org.kashidashi.sync.registry.http;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.ils.central.CentralAnswer;
import org.kashidashi.sync.ils.central.CentralExchange;
import org.kashidashi.sync.ils.central.JsonFields;
import org.kashidashi.sync.ils.central.MalformedAnswerException;
import org.kashidashi.sync.ils.central.SecretBody;
import org.kashidashi.sync.registry.counter.CheckedIn;
import org.kashidashi.sync.registry.counter.CounterPatron;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.counter.CounterReply;
import org.kashidashi.sync.registry.counter.LinkApplication;
import org.kashidashi.sync.registry.counter.LinkChallenge;
import org.kashidashi.sync.registry.counter.Linked;
import org.kashidashi.sync.registry.counter.PersonRecord;
import org.kashidashi.sync.registry.counter.Registration;
import org.kashidashi.sync.registry.counter.StaffCase;
import org.kashidashi.sync.registry.counter.StaffName;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.registry.counter.StaffTicket;
import org.kashidashi.sync.registry.counter.UnlinkReason;

/**
 * The registry that central keeps, as a counter asks it.
 *
 * <p>A password goes from the caller's characters into the bytes of one request, which are
 * overwritten when the answer is there; see {@link SecretBody} for what cannot be.
 */
public final class HttpCounterRegistry implements CounterRegistry {
  private static final String ROUTE = "/v1/counter/";
  private static final String SIGN_IN = "sign-in";
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;

  /** Takes an answer apart. */
  private interface Reader<T> {
    T read(JsonFields body) throws MalformedAnswerException;
  }

  private final CentralExchange exchange;
  private final Clock clock;

  public HttpCounterRegistry(CentralExchange exchange, Clock clock) {
    this.exchange = exchange;
    this.clock = clock;
  }

  @Override
  public CounterReply<StaffTicket> signIn(StaffName name, char[] password) {
    JsonObject known = new JsonObject();
    known.addProperty("name", name.name());
    try (SecretBody question = SecretBody.of(known, "password", password)) {
      return reply(
          SIGN_IN,
          exchange.signIn(ROUTE + SIGN_IN, question),
          body -> new StaffTicket(
              name, body.constants(StaffRole.class, "roles"), CounterFields.secret(body)));
    }
  }

  @Override
  public CounterReply<Done> signOut(StaffTicket ticket) {
    CounterReply<Done> reply = ask("sign-out", new JsonObject(), ticket, _ -> new Done());
    return reply instanceof CounterReply.NotSignedIn<Done>
        ? new CounterReply.Ok<>(new Done())
        : reply;
  }

  @Override
  public CounterReply<CounterPatron> patron(StaffTicket ticket, PatronId patron) {
    return ask("patron-lookups", of(patron), ticket, this::patron);
  }

  @Override
  public CounterReply<PersonRecord> person(StaffTicket ticket, PatronId patron) {
    return ask("person-lookups", of(patron), ticket, CounterFields::person);
  }

  @Override
  public CounterReply<Done> erasePerson(StaffTicket ticket, PatronId patron) {
    return ask("person-erasures", of(patron), ticket, _ -> new Done());
  }

  @Override
  public CounterReply<LinkChallenge> challenge(StaffTicket ticket) {
    return ask("challenges", new JsonObject(), ticket, CounterFields::challenge);
  }

  @Override
  public CounterReply<Linked> link(StaffTicket ticket, LinkApplication application) {
    return ask(
        "links",
        CounterJson.of(application),
        ticket,
        body -> CounterFields.linked(body, clock.instant()));
  }

  @Override
  public CounterReply<Done> unlink(StaffTicket ticket, PatronId patron, UnlinkReason reason) {
    JsonObject question = of(patron);
    question.addProperty("reason", reason.name());
    return ask("unlinks", question, ticket, _ -> new Done());
  }

  @Override
  public CounterReply<CounterPatron> register(StaffTicket ticket, Registration registration) {
    return ask("registrations", CounterJson.of(registration), ticket, this::patron);
  }

  @Override
  public CounterReply<CounterPatron> renew(StaffTicket ticket, PatronId patron, Registration seen) {
    JsonObject question = of(patron);
    question.add("seen", CounterJson.of(seen));
    return ask("renewals", question, ticket, this::patron);
  }

  @Override
  public CounterReply<List<StaffCase>> cases(StaffTicket ticket) {
    return ask("cases", new JsonObject(), ticket, CounterFields::cases);
  }

  @Override
  public CounterReply<Done> settle(StaffTicket ticket, String staffCase) {
    JsonObject question = new JsonObject();
    question.addProperty("case", staffCase);
    return ask("case-settlements", question, ticket, _ -> new Done());
  }

  @Override
  public CounterReply<CheckedIn> checkIn(StaffTicket ticket, ItemBarcode item) {
    JsonObject question = new JsonObject();
    question.addProperty("barcode", item.number());
    return ask("check-ins", question, ticket, CounterFields::checkedIn);
  }

  private CounterPatron patron(JsonFields body) throws MalformedAnswerException {
    return CounterFields.patron(body, clock.instant());
  }

  private <T> CounterReply<T> ask(
      String route, JsonObject question, StaffTicket ticket, Reader<T> reader) {
    return reply(route, exchange.atCounter(ROUTE + route, question, ticket.secret()), reader);
  }

  private static <T> CounterReply<T> reply(String route, CentralAnswer answer, Reader<T> reader) {
    return switch (answer) {
      case CentralAnswer.Ok ok -> read(route, ok.body(), reader);
      case CentralAnswer.Wrong wrong -> refused(route, wrong);
      case CentralAnswer.None none -> new CounterReply.Unreachable<>(none.reason());
    };
  }

  private static <T> CounterReply<T> read(String route, JsonFields body, Reader<T> reader) {
    try {
      return new CounterReply.Ok<>(reader.read(body));
    } catch (MalformedAnswerException e) {
      return new CounterReply.Unreachable<>("%s%s: %s".formatted(ROUTE, route, e.getMessage()));
    }
  }

  private static <T> CounterReply<T> refused(String route, CentralAnswer.Wrong wrong) {
    Optional<CounterRefusal> refusal = Arrays.stream(CounterRefusal.values())
        .filter(one -> one.name().equals(wrong.code()))
        .findFirst();
    if (wrong.status() == CONFLICT && refusal.isPresent()) {
      return new CounterReply.Refused<>(refusal.get(), wrong.places());
    }
    if (wrong.status() == UNAUTHORIZED) {
      return new CounterReply.NotSignedIn<>();
    }
    if (wrong.status() == FORBIDDEN) {
      return new CounterReply.NotAllowed<>();
    }
    return new CounterReply.Unreachable<>(
        "%s%s: status %d %s".formatted(ROUTE, route, wrong.status(), wrong.code()));
  }

  private static JsonObject of(PatronId patron) {
    JsonObject question = new JsonObject();
    question.addProperty("patron", patron.number());
    return question;
  }
}
