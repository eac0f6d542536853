package org.kashidashi.central.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kashidashi.central.circulation.Arrival;
import org.kashidashi.central.circulation.CancellationOperation;
import org.kashidashi.central.circulation.LoanOperation;
import org.kashidashi.central.circulation.Operation;
import org.kashidashi.central.circulation.UnknownOperation;
import org.kashidashi.central.identity.KioskCertificate;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.StoreException;

/** Takes in what happened at a kiosk, one operation after the other, each durable by itself. */
final class Operations implements Route.Request {
  private static final int OPERATIONS_MAXIMUM = 50;

  /** After the kiosk's id, which has no dot itself. */
  private static final String KEY_SEPARATOR = ".";

  private final CentralStore store;
  private final Clock clock;

  Operations(CentralStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** All are parsed before the first is applied: a malformed request changes nothing. */
  @Override
  public Answer answer(Caller caller, JsonElement body) throws RefusedException, StoreException {
    Members members = Members.of(body, "");
    JsonArray array = members.array("operations", 1, OPERATIONS_MAXIMUM);
    members.end();
    List<Operation> operations = new ArrayList<>();
    for (JsonElement element : array) {
      Operation operation =
          OperationJson.parse(element, "operations[%d]".formatted(operations.size()));
      checkSender(caller, operation);
      operations.add(operation);
    }
    Optional<String> certificate = caller.certificate().map(KioskCertificate::serial);

    JsonArray results = new JsonArray();
    for (Operation operation : operations) {
      results.add(
          OperationJson.json(store.apply(operation, new Arrival(clock.instant(), certificate))));
    }
    JsonObject answer = new JsonObject();
    answer.add("results", results);
    return Answer.ok(answer);
  }

  /** Nobody may use up another kiosk's keys: its own loan would then be rejected. */
  private static void checkSender(Caller caller, Operation operation) throws RefusedException {
    if (caller.certificate().isEmpty()) {
      return;
    }
    boolean own = switch (operation) {
      case LoanOperation loan -> loan.origin().kiosk().equals(caller.kiosk());
      case CancellationOperation taken ->
        taken.origin().kiosk().equals(caller.kiosk())
            && taken.loan().startsWith(caller.kiosk() + KEY_SEPARATOR);
      case UnknownOperation _ -> true;
    };
    if (!own || !operation.key().startsWith(caller.kiosk() + KEY_SEPARATOR)) {
      throw new RefusedException(
          Refusal.KIOSK_MISMATCH, "an operation is that of another kiosk than the sender");
    }
  }
}
