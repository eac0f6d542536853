package org.kashidashi.central.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.TreeSet;
import org.kashidashi.sync.circulation.PatronStanding;

/** How a patron stands, as JSON. */
final class StandingJson {
  private StandingJson() {}

  static JsonObject of(PatronStanding standing) {
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
