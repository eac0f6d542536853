package org.kashidashi.central.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Clock;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.circulation.GivingBack;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;

/** Takes down that a patron has put an own loan back, which staff will close. */
final class ProvisionalReturns implements Route.Request {
  private final CentralStore store;
  private final Clock clock;

  ProvisionalReturns(CentralStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Answer answer(Caller caller, JsonElement body) throws RefusedException, StoreException {
    Members members = Members.of(body, "");
    ItemBarcode barcode = members.value("barcode", ItemBarcode::new);
    PatronId patron = members.value("patron", PatronId::new);
    members.end();
    return Answer.ok(json(store.giveBack(barcode, patron, caller.kiosk(), clock.instant())));
  }

  private static JsonObject json(GivingBack back) {
    JsonObject json = new JsonObject();
    switch (back) {
      case GivingBack.Taken taken -> {
        json.addProperty("outcome", "TAKEN");
        json.addProperty("title", taken.title());
      }
      case GivingBack.NotOnLoan _ -> json.addProperty("outcome", "NOT_ON_LOAN");
    }
    return json;
  }
}
