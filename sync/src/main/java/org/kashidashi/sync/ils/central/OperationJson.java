package org.kashidashi.sync.ils.central;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.temporal.ChronoUnit;
import org.kashidashi.sync.circulation.LoanFlag;
import org.kashidashi.sync.outbox.OutboxEntry;

/** Writes an outbox entry as central wants it. The same entry gives the same bytes, always. */
final class OperationJson {
  private OperationJson() {}

  static JsonObject of(OutboxEntry entry) {
    JsonObject operation = new JsonObject();
    operation.addProperty("key", entry.key().text());
    operation.addProperty("schema", entry.schema());
    operation.addProperty("kind", entry.cancels().isPresent() ? "CANCELLATION" : "LOAN");
    operation.addProperty("kiosk", entry.key().kiosk());
    operation.addProperty("epoch", entry.key().epoch());
    operation.addProperty("sequence", entry.key().sequence());
    operation.addProperty("patron", entry.patron().number());
    operation.addProperty("item", entry.item().number());
    if (entry.cancels().isPresent()) {
      operation.addProperty("loan", entry.cancels().get().text());
    } else {
      addLoan(operation, entry);
    }
    return operation;
  }

  private static void addLoan(JsonObject operation, OutboxEntry entry) {
    operation.addProperty(
        "lentAt", entry.lentAt().truncatedTo(ChronoUnit.SECONDS).toString());
    operation.addProperty("clock", entry.clock().name());
    entry.due().ifPresent(due -> operation.addProperty("due", due.toString()));
    JsonArray flags = new JsonArray();
    entry.flags().stream().sorted().map(LoanFlag::name).forEachOrdered(flags::add);
    operation.add("flags", flags);
  }
}
