package org.kashidashi.central.http;

import com.google.gson.JsonObject;
import java.util.function.Function;
import org.kashidashi.central.registry.Verdict;
import org.kashidashi.sync.registry.PersonDetails;
import org.kashidashi.sync.registry.counter.CheckedIn;
import org.kashidashi.sync.registry.counter.CounterPatron;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.counter.Linked;
import org.kashidashi.sync.registry.counter.PersonRecord;
import org.kashidashi.sync.registry.counter.StaffCase;

/** What a counter is answered, as JSON. */
final class CounterJson {
  private CounterJson() {}

  static <T> Answer answer(Verdict<T> verdict, Function<T, JsonObject> json) {
    return switch (verdict) {
      case Verdict.Granted<T> granted -> Answer.ok(json.apply(granted.value()));
      case Verdict.Refused<T> refused ->
        Answer.refused(refused.refusal(), "a rule of the library speaks against it");
    };
  }

  static JsonObject done(CounterRegistry.Done done) {
    return new JsonObject();
  }

  static JsonObject patron(CounterPatron patron) {
    JsonObject json = new JsonObject();
    json.add("standing", StandingJson.of(patron.standing()));
    patron.linkedOn().ifPresent(day -> json.addProperty("linked_on", day.toString()));
    json.addProperty("renewable_from", patron.renewableFrom().toString());
    json.addProperty("person_kept", patron.personKept());
    return json;
  }

  static JsonObject linked(Linked linked) {
    JsonObject json = new JsonObject();
    json.add("patron", patron(linked.patron()));
    json.addProperty("by", linked.by().name());
    return json;
  }

  static JsonObject person(PersonRecord person) {
    PersonDetails details = person.details();
    JsonObject json = new JsonObject();
    json.addProperty("name", details.name());
    json.addProperty("address", details.address());
    json.addProperty("birth_date", details.birthDate().toString());
    details.sex().ifPresent(sex -> json.addProperty("sex", sex.name()));
    person.telephone().ifPresent(number -> json.addProperty("telephone", number));
    return json;
  }

  static JsonObject staffCase(StaffCase one) {
    JsonObject json = new JsonObject();
    json.addProperty("id", one.id());
    json.addProperty("reason", one.reason());
    one.patron().ifPresent(patron -> json.addProperty("patron", patron.number()));
    one.item().ifPresent(item -> json.addProperty("item", item.number()));
    json.addProperty("filed", one.filed().toString());
    return json;
  }

  static JsonObject checkedIn(CheckedIn back) {
    JsonObject json = new JsonObject();
    json.addProperty("barcode", back.item().barcode().number());
    json.addProperty("title", back.item().title());
    json.addProperty("class", back.item().itemClass().name());
    json.addProperty("held_for_another", back.heldForAnother());
    return json;
  }
}
