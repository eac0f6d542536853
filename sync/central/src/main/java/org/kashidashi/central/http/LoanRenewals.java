package org.kashidashi.central.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Clock;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.LoanRenewal;
import org.kashidashi.sync.circulation.PatronId;

/** Prolongs a loan of the patron who asks. */
final class LoanRenewals implements Route.Request {
  private final CentralStore store;
  private final Clock clock;

  LoanRenewals(CentralStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Answer answer(Caller caller, JsonElement body) throws RefusedException, StoreException {
    Members members = Members.of(body, "");
    ItemBarcode barcode = members.value("barcode", ItemBarcode::new);
    PatronId patron = members.value("patron", PatronId::new);
    members.end();
    return Answer.ok(json(store.renew(barcode, patron, caller.kiosk(), clock.instant())));
  }

  private static JsonObject json(LoanRenewal renewal) {
    JsonObject json = new JsonObject();
    switch (renewal) {
      case LoanRenewal.Renewed renewed -> {
        json.addProperty("outcome", "RENEWED");
        json.addProperty("due", renewed.due().toString());
      }
      case LoanRenewal.NotOnLoan _ -> json.addProperty("outcome", "NOT_ON_LOAN");
      case LoanRenewal.Refused refused -> {
        json.addProperty("outcome", "REFUSED");
        json.addProperty("reason", refused.reason().name());
        json.addProperty("due", refused.due().toString());
      }
    }
    return json;
  }
}
