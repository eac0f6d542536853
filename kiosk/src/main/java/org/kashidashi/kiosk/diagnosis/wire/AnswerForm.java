package org.kashidashi.kiosk.diagnosis.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NotNow;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Health;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.Standing;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.kiosk.diagnosis.Waiting;

/** How an answer stands on its line. */
final class AnswerForm {
  /** Bytes of a full queue, and room to spare. */
  static final int LONGEST = 512 * 1024;

  private AnswerForm() {}

  static String write(Answer answer) {
    JsonObject line = new JsonObject();
    switch (answer) {
      case Answer.Hinted(Hint(var wish, int step, int steps)) -> {
        line.addProperty("hint", wish.name());
        line.addProperty("step", step);
        line.addProperty("steps", steps);
      }
      case Answer.OfHealth(Health(var mode, var conditions)) -> {
        line.addProperty("health", mode.name());
        line.add("conditions", array(conditions, AnswerForm::object));
      }
      case Answer.Known(var facts) -> line.add("facts", array(facts, AnswerForm::object));
      case Answer.Checked(var condition) -> line.add("checked", object(condition));
      case Answer.Done _ -> line.addProperty("done", true);
      case Answer.Queued(var entries) -> line.add("queue", array(entries, AnswerForm::object));
      case Answer.Corrected(var numbers) -> {
        JsonArray array = new JsonArray();
        numbers.forEach(array::add);
        line.add("correction", array);
      }
      case Answer.Later(var reason) -> line.addProperty("later", reason.name());
    }
    return line.toString();
  }

  static Answer read(String text) throws MalformedLineException {
    Members line = Members.parse(text);
    try {
      return answer(line);
    } catch (IllegalArgumentException | DateTimeException odd) {
      throw new MalformedLineException(String.valueOf(odd.getMessage()));
    }
  }

  private static Answer answer(Members line) throws MalformedLineException {
    if (line.has("hint")) {
      return new Answer.Hinted(new Hint(
          line.constant(Hint.Wish.class, "hint"), line.whole("step"), line.whole("steps")));
    }
    if (line.has("health")) {
      return new Answer.OfHealth(new Health(
          line.constant(ServiceMode.class, "health"),
          line.list("conditions", AnswerForm::condition)));
    }
    if (line.has("facts")) {
      return new Answer.Known(line.list("facts", AnswerForm::fact));
    }
    if (line.has("checked")) {
      return new Answer.Checked(condition(line.members("checked")));
    }
    if (line.has("queue")) {
      return new Answer.Queued(line.list("queue", AnswerForm::waiting));
    }
    if (line.has("correction")) {
      return new Answer.Corrected(line.numbers("correction"));
    }
    if (line.has("later")) {
      return new Answer.Later(line.constant(NotNow.Reason.class, "later"));
    }
    if (line.has("done") && line.flag("done")) {
      return new Answer.Done();
    }
    throw new MalformedLineException("no answer");
  }

  private static JsonObject object(Condition condition) {
    JsonObject object = new JsonObject();
    object.addProperty("part", condition.part().name());
    object.addProperty("standing", condition.standing().name());
    object.addProperty("cause", condition.cause().name());
    object.add("measured", array(condition.measured(), AnswerForm::object));
    return object;
  }

  private static Condition condition(Members members) throws MalformedLineException {
    return new Condition(
        members.constant(Part.class, "part"),
        members.constant(Standing.class, "standing"),
        members.constant(Cause.class, "cause"),
        members.list("measured", AnswerForm::fact));
  }

  private static JsonObject object(Fact fact) {
    JsonObject object = new JsonObject();
    object.addProperty("subject", fact.subject().name());
    object.addProperty("of", fact.of());
    switch (fact.value()) {
      case Fact.Value.Text(String text) -> object.addProperty("text", text);
      case Fact.Value.Quantity(double amount) -> object.addProperty("amount", amount);
      case Fact.Value.Span(Duration duration) -> object.addProperty("span", duration.toString());
      case Fact.Value.Moment(Instant instant) -> object.addProperty("moment", instant.toString());
      case Fact.Value.Flag(boolean set) -> object.addProperty("flag", set);
    }
    return object;
  }

  private static Fact fact(Members members) throws MalformedLineException {
    return new Fact(members.constant(Subject.class, "subject"), members.text("of"), value(members));
  }

  private static Fact.Value value(Members members) throws MalformedLineException {
    if (members.has("text")) {
      return new Fact.Value.Text(members.text("text"));
    }
    if (members.has("amount")) {
      return new Fact.Value.Quantity(members.number("amount"));
    }
    if (members.has("span")) {
      return new Fact.Value.Span(Duration.parse(members.text("span")));
    }
    if (members.has("moment")) {
      return new Fact.Value.Moment(Instant.parse(members.text("moment")));
    }
    return new Fact.Value.Flag(members.flag("flag"));
  }

  private static JsonObject object(Waiting waiting) {
    JsonObject object = new JsonObject();
    object.addProperty("sequence", Long.toString(waiting.sequence()));
    object.addProperty("age", waiting.age().toString());
    object.addProperty("state", waiting.state().name());
    waiting.reason().ifPresent(reason -> object.addProperty("reason", reason));
    return object;
  }

  private static Waiting waiting(Members members) throws MalformedLineException {
    return new Waiting(
        Long.parseLong(members.text("sequence")),
        Duration.parse(members.text("age")),
        members.constant(Waiting.State.class, "state"),
        members.textIfThere("reason"));
  }

  private static <T> JsonArray array(List<T> values, Function<T, JsonObject> form) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(form.apply(value)));
    return array;
  }
}
