package org.kashidashi.central.http;

import com.google.gson.JsonObject;
import java.time.Clock;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.StoreException;

/** Says that central is there and that its database answers. */
final class Health implements Route.Question {
  private final CentralStore store;
  private final Clock clock;
  private final String version;

  Health(CentralStore store, Clock clock, String version) {
    this.store = store;
    this.clock = clock;
    this.version = version;
  }

  @Override
  public Answer answer() throws StoreException {
    store.check();
    JsonObject body = new JsonObject();
    body.addProperty("status", "ok");
    body.addProperty("time", clock.instant().toString());
    body.addProperty("version", version);
    return Answer.ok(body);
  }
}
