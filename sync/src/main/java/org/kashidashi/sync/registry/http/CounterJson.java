package org.kashidashi.sync.registry.http;

import com.google.gson.JsonObject;
import java.util.Base64;
import org.kashidashi.sync.registry.PersonDetails;
import org.kashidashi.sync.registry.PinProof;
import org.kashidashi.sync.registry.counter.LinkApplication;
import org.kashidashi.sync.registry.counter.LinkApplication.Holder;
import org.kashidashi.sync.registry.counter.Registration;

/** What a counter sends, as JSON. */
final class CounterJson {
  private CounterJson() {}

  static JsonObject of(LinkApplication application) {
    JsonObject json = new JsonObject();
    json.add("holder", of(application.holder()));
    json.addProperty("consent", application.consent());
    json.addProperty("holder_checked", application.holderChecked());
    json.add("proof", of(application.proof()));
    application.cardKey().ifPresent(key -> json.addProperty("card_key", base64(key.spki())));
    return json;
  }

  static JsonObject of(Registration registration) {
    PersonDetails details = registration.details();
    JsonObject person = new JsonObject();
    person.addProperty("name", details.name());
    person.addProperty("address", details.address());
    person.addProperty("birth_date", details.birthDate().toString());
    details.sex().ifPresent(sex -> person.addProperty("sex", sex.name()));
    JsonObject json = new JsonObject();
    json.add("details", person);
    json.addProperty("telephone", registration.telephone());
    json.addProperty("residence", registration.residence().name());
    json.addProperty("document", registration.document().name());
    json.addProperty("address_shown", registration.addressShown());
    json.addProperty("commute_proof_shown", registration.commuteProofShown());
    registration.key().ifPresent(key -> json.addProperty("key", key.hex()));
    return json;
  }

  private static JsonObject of(Holder holder) {
    JsonObject json = new JsonObject();
    switch (holder) {
      case Holder.HasCard has -> {
        json.addProperty("kind", "HAS_CARD");
        json.addProperty("patron", has.patron().number());
        json.addProperty("shown", has.shown().name());
      }
      case Holder.Migrating migrating -> {
        json.addProperty("kind", "MIGRATING");
        json.addProperty("patron", migrating.patron().number());
        json.addProperty("shown", migrating.shown().name());
      }
      case Holder.Newcomer newcomer -> {
        json.addProperty("kind", "NEWCOMER");
        json.add("registration", of(newcomer.registration()));
      }
    }
    return json;
  }

  private static JsonObject of(PinProof proof) {
    JsonObject json = new JsonObject();
    json.addProperty("certificate", base64(proof.certificate().der()));
    json.addProperty("challenge", base64(proof.challenge()));
    json.addProperty("signature", base64(proof.signature()));
    return json;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
