package org.kashidashi.central.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Set;
import org.kashidashi.central.circulation.CancellationOperation;
import org.kashidashi.central.circulation.ClockTrust;
import org.kashidashi.central.circulation.LoanOperation;
import org.kashidashi.central.circulation.Operation;
import org.kashidashi.central.circulation.OperationResult;
import org.kashidashi.central.circulation.Origin;
import org.kashidashi.central.circulation.UnknownOperation;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.LoanFlag;
import org.kashidashi.sync.circulation.PatronId;

/** Operations and their results as JSON. */
final class OperationJson {
  /** The kinds of operation of schema 1. */
  private enum Kind {
    LOAN,
    CANCELLATION
  }

  private OperationJson() {}

  /** An operation of another schema is taken as it is: it must not hold up its neighbours. */
  static Operation parse(JsonElement element, String path) throws RefusedException {
    Members members = Members.of(element, path);
    String key = members.text("key", Operation.KEY);
    long schema = members.integer("schema");
    if (schema != LoanOperation.SCHEMA) {
      return new UnknownOperation(key, schema, element.toString());
    }
    Operation operation = switch (members.oneOf("kind", Kind.class)) {
      case LOAN -> loan(key, members, path);
      case CANCELLATION ->
        new CancellationOperation(
            key,
            origin(members, path),
            members.value("patron", PatronId::new),
            members.value("item", ItemBarcode::new),
            members.text("loan", Operation.KEY));
    };
    members.end();
    return operation;
  }

  private static LoanOperation loan(String key, Members members, String path)
      throws RefusedException {
    return new LoanOperation(
        key,
        origin(members, path),
        members.value("patron", PatronId::new),
        members.value("item", ItemBarcode::new),
        members.instant("lentAt"),
        members.oneOf("clock", ClockTrust.class),
        members.optionalDate("due"),
        flags(members));
  }

  static JsonObject json(OperationResult result) {
    JsonObject json = new JsonObject();
    json.addProperty("key", result.key());
    json.addProperty("outcome", result.outcome().name());
    result.due().ifPresent(due -> json.addProperty("due", due.toString()));
    result.reason().ifPresent(reason -> json.addProperty("reason", reason.name()));
    return json;
  }

  private static Origin origin(Members members, String path) throws RefusedException {
    String kiosk = members.text("kiosk");
    if (!Origin.isKiosk(kiosk)) {
      throw RefusedException.meaningless(
          "%s.kiosk must be 1 to 32 of a-z, 0-9 and hyphen".formatted(path));
    }
    return new Origin(kiosk, members.integer("epoch"), members.integer("sequence"));
  }

  private static Set<LoanFlag> flags(Members members) throws RefusedException {
    return members.setOf("flags", LoanFlag.class);
  }
}
