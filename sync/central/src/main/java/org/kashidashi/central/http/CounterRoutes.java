package org.kashidashi.central.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.kashidashi.central.registry.Verdict;
import org.kashidashi.central.staff.SignedIn;
import org.kashidashi.central.staff.StaffAction;
import org.kashidashi.central.staff.StaffStep;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.Linked;
import org.kashidashi.sync.registry.counter.Registration;
import org.kashidashi.sync.registry.counter.StaffCase;
import org.kashidashi.sync.registry.counter.UnlinkReason;

/** What a counter can ask. Each route takes its members, and leaves the work to a desk. */
final class CounterRoutes {
  private static final Pattern CASE = Pattern.compile("[!-~]{1,200}");

  private final CounterDesks desks;
  private final Clock clock;

  CounterRoutes(CounterDesks desks, Clock clock) {
    this.desks = desks;
    this.clock = clock;
  }

  List<Route> all() {
    return List.of(
        new Route.Post(
            "/v1/counter/sign-in", Access.KIOSK, new CounterSignIn(desks.signIn(), clock)),
        route("sign-out", StaffAction.SIGN_OUT, this::signOut),
        route("patron-lookups", StaffAction.LOOK_AT_PATRON, this::patron),
        route("person-lookups", StaffAction.LOOK_AT_PERSON, this::person),
        route("person-erasures", StaffAction.ERASE_PERSON, this::erasePerson),
        route("challenges", StaffAction.CHALLENGE, this::challenge),
        route("links", StaffAction.LINK, this::link),
        route("unlinks", StaffAction.UNLINK, this::unlink),
        route("registrations", StaffAction.REGISTER, this::register),
        route("renewals", StaffAction.RENEW, this::renew),
        route("cases", StaffAction.LOOK_AT_CASES, this::cases),
        route("case-settlements", StaffAction.SETTLE_CASE, this::settle),
        route("check-ins", StaffAction.CHECK_IN, this::checkIn));
  }

  private Route route(String name, StaffAction action, StaffRequest.Work work) {
    return new Route.Post(
        "/v1/counter/" + name, Access.KIOSK, new StaffRequest(desks.staff(), clock, action, work));
  }

  private Answer signOut(SignedIn who, StaffStep step, Members members)
      throws RefusedException, StoreException {
    members.end();
    desks.staff().signOut(who, step);
    return Answer.ok(new JsonObject());
  }

  private Answer patron(SignedIn who, StaffStep step, Members members)
      throws RefusedException, StoreException {
    PatronId patron = onlyPatron(members);
    return CounterJson.answer(desks.patrons().patron(step, patron), CounterJson::patron);
  }

  private Answer person(SignedIn who, StaffStep step, Members members)
      throws RefusedException, StoreException {
    PatronId patron = onlyPatron(members);
    return CounterJson.answer(desks.patrons().person(step, patron), CounterJson::person);
  }

  private Answer erasePerson(SignedIn who, StaffStep step, Members members)
      throws RefusedException, StoreException {
    PatronId patron = onlyPatron(members);
    return CounterJson.answer(desks.patrons().erasePerson(step, patron), CounterJson::done);
  }

  private Answer challenge(SignedIn who, StaffStep step, Members members)
      throws RefusedException, StoreException {
    members.end();
    JsonObject json = new JsonObject();
    json.addProperty(
        "challenge",
        Base64.getEncoder().encodeToString(desks.links().challenge(who).bytes()));
    return Answer.ok(json);
  }

  private Answer link(SignedIn who, StaffStep step, Members members)
      throws RefusedException, StoreException {
    Verdict<Linked> verdict = desks.links().link(who, ApplicationJson.link(members));
    return verdict.equals(new Verdict.Refused<Linked>(CounterRefusal.NOT_AT_THIS_SITE))
        ? Answer.refusedHere(
            CounterRefusal.NOT_AT_THIS_SITE, desks.rules().sites().linkingPlaces())
        : CounterJson.answer(verdict, CounterJson::linked);
  }

  private Answer unlink(SignedIn who, StaffStep step, Members members)
      throws RefusedException, StoreException {
    PatronId patron = members.value("patron", PatronId::new);
    UnlinkReason reason = members.oneOf("reason", UnlinkReason.class);
    members.end();
    return CounterJson.answer(desks.unlinking().unlink(step, patron, reason), CounterJson::done);
  }

  private Answer register(SignedIn who, StaffStep step, Members members)
      throws RefusedException, StoreException {
    Registration registration = ApplicationJson.registration(members);
    return CounterJson.answer(desks.patrons().register(step, registration), CounterJson::patron);
  }

  private Answer renew(SignedIn who, StaffStep step, Members members)
      throws RefusedException, StoreException {
    PatronId patron = members.value("patron", PatronId::new);
    Registration seen = ApplicationJson.registration(members.object("seen"));
    members.end();
    return CounterJson.answer(desks.patrons().renew(step, patron, seen), CounterJson::patron);
  }

  private Answer cases(SignedIn who, StaffStep step, Members members)
      throws RefusedException, StoreException {
    members.end();
    return CounterJson.answer(desks.items().cases(step), CounterRoutes::json);
  }

  private Answer settle(SignedIn who, StaffStep step, Members members)
      throws RefusedException, StoreException {
    String id = members.text("case", CASE);
    members.end();
    return CounterJson.answer(desks.items().settle(step, id), CounterJson::done);
  }

  private Answer checkIn(SignedIn who, StaffStep step, Members members)
      throws RefusedException, StoreException {
    ItemBarcode item = members.value("barcode", ItemBarcode::new);
    members.end();
    return CounterJson.answer(desks.items().checkIn(step, item), CounterJson::checkedIn);
  }

  private static PatronId onlyPatron(Members members) throws RefusedException {
    PatronId patron = members.value("patron", PatronId::new);
    members.end();
    return patron;
  }

  private static JsonObject json(List<StaffCase> cases) {
    JsonArray array = new JsonArray();
    cases.forEach(one -> array.add(CounterJson.staffCase(one)));
    JsonObject json = new JsonObject();
    json.add("cases", array);
    return json;
  }
}
