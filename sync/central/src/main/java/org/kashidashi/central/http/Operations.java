package org.kashidashi.central.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.kashidashi.central.circulation.Operation;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.StoreException;

/** Takes in what happened at a kiosk, one operation after the other, each durable by itself. */
final class Operations implements Route.Request {
  private static final int OPERATIONS_MAXIMUM = 50;

  private final CentralStore store;
  private final Clock clock;

  Operations(CentralStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** All are parsed before the first is applied: a malformed request changes nothing. */
  @Override
  public Answer answer(JsonElement body) throws RefusedException, StoreException {
    Members members = Members.of(body, "");
    JsonArray array = members.array("operations", 1, OPERATIONS_MAXIMUM);
    members.end();
    List<Operation> operations = new ArrayList<>();
    for (JsonElement element : array) {
      operations.add(OperationJson.parse(element, "operations[%d]".formatted(operations.size())));
    }

    JsonArray results = new JsonArray();
    for (Operation operation : operations) {
      results.add(OperationJson.json(store.apply(operation, clock.instant())));
    }
    JsonObject answer = new JsonObject();
    answer.add("results", results);
    return Answer.ok(answer);
  }
}
