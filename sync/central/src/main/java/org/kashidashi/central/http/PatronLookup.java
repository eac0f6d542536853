package org.kashidashi.central.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeSet;
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
    standing.ifPresent(found -> answer.add("standing", json(found)));
    return Answer.ok(answer);
  }

  private static JsonObject json(PatronStanding standing) {
    JsonArray blocks = new JsonArray();
    new TreeSet<>(standing.blocks()).forEach(block -> blocks.add(block.name()));
    JsonObject json = new JsonObject();
    json.addProperty("patron", standing.patron().number());
    json.addProperty("expires", standing.expires().toString());
    json.addProperty("renewal", standing.renewal().name());
    json.add("blocks", blocks);
    json.addProperty("loansOut", standing.loansOut());
    json.addProperty("loanLimit", standing.loanLimit());
    json.addProperty("loanDays", standing.loanDays());
    return json;
  }
}
