package org.kashidashi.sync.registry.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.kashidashi.sync.circulation.Block;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.Renewal;
import org.kashidashi.sync.ils.central.JsonFields;
import org.kashidashi.sync.ils.central.MalformedAnswerException;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.PersonDetails;
import org.kashidashi.sync.registry.counter.CheckedIn;
import org.kashidashi.sync.registry.counter.CounterPatron;
import org.kashidashi.sync.registry.counter.LinkChallenge;
import org.kashidashi.sync.registry.counter.Linked;
import org.kashidashi.sync.registry.counter.PersonRecord;
import org.kashidashi.sync.registry.counter.StaffCase;

/** What a counter is answered, out of JSON from outside. */
final class CounterFields {
  private static final int LOANS_MAXIMUM = 9999;
  private static final int LOAN_DAYS_MAXIMUM = 366;

  private static final Pattern SECRET = Pattern.compile("[!-~]{1,128}");

  private CounterFields() {}

  static CounterPatron patron(JsonFields body, Instant asOf) throws MalformedAnswerException {
    JsonFields standing = body.fields("standing");
    return new CounterPatron(
        new PatronStanding(
            value(standing, "patron", PatronId::new),
            standing.date("expires"),
            standing.constant(Renewal.class, "renewal"),
            standing.constants(Block.class, "blocks"),
            standing.number("loansOut", 0, LOANS_MAXIMUM),
            standing.number("loanLimit", 0, LOANS_MAXIMUM),
            standing.number("loanDays", 1, LOAN_DAYS_MAXIMUM),
            asOf),
        body.dateIfAny("linked_on"),
        body.date("renewable_from"),
        body.flag("person_kept"));
  }

  static Linked linked(JsonFields body, Instant asOf) throws MalformedAnswerException {
    return new Linked(
        patron(body.fields("patron"), asOf), body.constant(IdentifierKind.class, "by"));
  }

  static PersonRecord person(JsonFields body) throws MalformedAnswerException {
    Optional<PersonDetails.Sex> sex = body.has("sex")
        ? Optional.of(body.constant(PersonDetails.Sex.class, "sex"))
        : Optional.empty();
    Optional<String> telephone =
        body.has("telephone") ? Optional.of(body.text("telephone")) : Optional.empty();
    String address = body.text("address");
    var birthDate = body.date("birth_date");
    PersonDetails details =
        value(body, "name", name -> new PersonDetails(name, address, birthDate, sex));
    return new PersonRecord(details, telephone);
  }

  /** It goes into a header, so it must be fit for one. */
  static String secret(JsonFields body) throws MalformedAnswerException {
    String secret = body.text("ticket");
    if (!SECRET.matcher(secret).matches()) {
      throw new MalformedAnswerException("member 'ticket' cannot be");
    }
    return secret;
  }

  static LinkChallenge challenge(JsonFields body) throws MalformedAnswerException {
    return value(
        body, "challenge", text -> new LinkChallenge(Base64.getDecoder().decode(text)));
  }

  static CheckedIn checkedIn(JsonFields body) throws MalformedAnswerException {
    ItemBarcode barcode = value(body, "barcode", ItemBarcode::new);
    ItemClass itemClass = body.constant(ItemClass.class, "class");
    Item item = value(body, "title", title -> new Item(barcode, title, itemClass));
    return new CheckedIn(item, body.flag("held_for_another"));
  }

  static List<StaffCase> cases(JsonFields body) throws MalformedAnswerException {
    List<StaffCase> cases = new ArrayList<>();
    for (JsonFields one : body.list("cases")) {
      cases.add(new StaffCase(
          one.text("id"),
          one.text("reason"),
          optional(one, "patron", PatronId::new),
          optional(one, "item", ItemBarcode::new),
          value(one, "filed", CounterFields::instant)));
    }
    return List.copyOf(cases);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no moment", e);
    }
  }

  private static <T> Optional<T> optional(JsonFields body, String name, Function<String, T> type)
      throws MalformedAnswerException {
    return body.has(name) ? Optional.of(value(body, name, type)) : Optional.empty();
  }

  /** A value whose type checks its own form. */
  private static <T> T value(JsonFields body, String name, Function<String, T> type)
      throws MalformedAnswerException {
    try {
      return type.apply(body.text(name));
    } catch (IllegalArgumentException e) {
      throw new MalformedAnswerException("member '%s' cannot be".formatted(name));
    }
  }
}
