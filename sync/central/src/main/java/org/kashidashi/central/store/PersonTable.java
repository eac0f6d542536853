package org.kashidashi.central.store;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.PersonDetails;
import org.kashidashi.sync.registry.counter.PersonRecord;

/** Personal records, each sealed as a whole. */
final class PersonTable {
  private static final String PURPOSE = "person";

  private final Sql sql;
  private final SealedText sealed;

  PersonTable(Sql sql, SealedText sealed) {
    this.sql = sql;
    this.sealed = sealed;
  }

  boolean has(PatronId patron) throws SQLException {
    return sealed(patron).isPresent();
  }

  Optional<PersonRecord> find(PatronId patron) throws SQLException, StoreDamagedException {
    Optional<String> text = sealed(patron);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(record(sealed.open(PURPOSE, patron.number(), text.get())));
  }

  /** What was kept before is replaced. */
  void put(PatronId patron, PersonRecord person) throws SQLException {
    sql.update("""
        INSERT INTO persons (patron, sealed) VALUES (?, ?)
        ON CONFLICT (patron) DO UPDATE SET sealed = excluded.sealed
        """, patron.number(), sealed.seal(PURPOSE, patron.number(), json(person)));
  }

  boolean erase(PatronId patron) throws SQLException {
    return sql.update("DELETE FROM persons WHERE patron = ?", patron.number()) > 0;
  }

  private Optional<String> sealed(PatronId patron) throws SQLException {
    return sql.one(
        "SELECT sealed FROM persons WHERE patron = ?", row -> row.text("sealed"), patron.number());
  }

  private static String json(PersonRecord person) {
    JsonObject json = new JsonObject();
    json.addProperty("name", person.details().name());
    json.addProperty("address", person.details().address());
    json.addProperty("birth_date", person.details().birthDate().toString());
    person.details().sex().ifPresent(sex -> json.addProperty("sex", sex.name()));
    person.telephone().ifPresent(number -> json.addProperty("telephone", number));
    return json.toString();
  }

  private static PersonRecord record(String text) {
    JsonObject json = JsonParser.parseString(text).getAsJsonObject();
    PersonDetails details = new PersonDetails(
        json.get("name").getAsString(),
        json.get("address").getAsString(),
        LocalDate.parse(json.get("birth_date").getAsString()),
        optional(json, "sex").map(PersonDetails.Sex::valueOf));
    return new PersonRecord(details, optional(json, "telephone"));
  }

  private static Optional<String> optional(JsonObject json, String name) {
    return json.has(name) ? Optional.of(json.get(name).getAsString()) : Optional.empty();
  }
}
