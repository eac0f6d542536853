package org.kashidashi.central.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.util.Optional;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemFacts;
import org.kashidashi.sync.circulation.PatronId;

/** How an item stands for a patron. */
final class ItemLookup implements Route.Request {
  private final CentralStore store;
  private final Clock clock;

  ItemLookup(CentralStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Answer answer(Caller caller, JsonElement body) throws RefusedException, StoreException {
    Members members = Members.of(body, "");
    ItemBarcode barcode = members.value("barcode", ItemBarcode::new);
    PatronId patron = members.value("patron", PatronId::new);
    members.end();

    Optional<ItemFacts> facts = store.item(barcode, patron, clock.instant());
    JsonObject answer = new JsonObject();
    answer.addProperty("outcome", facts.isPresent() ? "FOUND" : "UNKNOWN");
    facts.ifPresent(found -> answer.add("item", json(found)));
    return Answer.ok(answer);
  }

  private static JsonObject json(ItemFacts facts) {
    JsonObject json = new JsonObject();
    json.addProperty("barcode", facts.item().barcode().number());
    json.addProperty("title", facts.item().title());
    json.addProperty("class", facts.item().itemClass().name());
    json.addProperty("status", facts.status().name());
    facts.due().ifPresent(due -> json.addProperty("due", due.toString()));
    return json;
  }
}
