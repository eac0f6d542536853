package org.kashidashi.central.http;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.util.Optional;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.StoreException;

/** Says that central is there, that its database answers, and whether a kiosk is closed. */
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
  public Answer answer(Optional<String> kiosk) throws StoreException {
    store.check();
    boolean closed = kiosk.isPresent() && store.kiosks().closed(kiosk.get());
    JsonObject body = new JsonObject();
    body.addProperty("status", "ok");
    body.addProperty("time", clock.instant().toString());
    body.addProperty("version", version);
    body.addProperty("closed", closed);
    return Answer.ok(body);
  }
}
