package org.kashidashi.central.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.util.Optional;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;

/** How a patron stands. */
final class PatronLookup implements Route.Request {
  private final CentralStore store;
  private final Clock clock;

  PatronLookup(CentralStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Answer answer(Caller caller, JsonElement body) throws RefusedException, StoreException {
    Members members = Members.of(body, "");
    PatronId patron = members.value("patron", PatronId::new);
    members.end();

    Optional<PatronStanding> standing = store.standing(patron, clock.instant());
    JsonObject answer = new JsonObject();
    answer.addProperty("outcome", standing.isPresent() ? "FOUND" : "UNKNOWN");
    standing.ifPresent(found -> answer.add("standing", StandingJson.of(found)));
    return Answer.ok(answer);
  }
}
