package org.kashidashi.central.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.kashidashi.central.circulation.OwnLoan;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.circulation.PatronId;

/** What a patron has on loan. */
final class OwnLoansLookup implements Route.Request {
  private final CentralStore store;

  OwnLoansLookup(CentralStore store) {
    this.store = store;
  }

  @Override
  public Answer answer(Caller caller, JsonElement body) throws RefusedException, StoreException {
    Members members = Members.of(body, "");
    PatronId patron = members.value("patron", PatronId::new);
    members.end();

    Optional<List<OwnLoan>> loans = store.ownLoans(patron);
    JsonObject answer = new JsonObject();
    answer.addProperty("outcome", loans.isPresent() ? "FOUND" : "UNKNOWN");
    loans.ifPresent(found -> answer.add("loans", json(found)));
    return Answer.ok(answer);
  }

  private static JsonArray json(List<OwnLoan> loans) {
    JsonArray array = new JsonArray();
    for (OwnLoan loan : loans) {
      JsonObject json = new JsonObject();
      json.addProperty("barcode", loan.item().number());
      json.addProperty("title", loan.title());
      json.addProperty("due", loan.due().toString());
      json.addProperty("givenBack", loan.givenBack());
      array.add(json);
    }
    return array;
  }
}
