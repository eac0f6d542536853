package org.kashidashi.kiosk.diagnosis.wire;

import com.google.gson.JsonObject;
import org.kashidashi.kiosk.diagnosis.Check;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.Topic;

/** How a question stands on its line. */
final class QuestionForm {
  /** Bytes of the longest question, and room to spare. */
  static final int LONGEST = 1_024;

  private enum Kind {
    HEALTH,
    FACTS,
    CHECK,
    SERVE,
    QUEUE,
    RETRY,
    CALIBRATE
  }

  private QuestionForm() {}

  static String write(Question question) {
    return switch (question) {
      case Question.OfHealth _ -> line(Kind.HEALTH).toString();
      case Question.OfTopic(Topic topic) -> line(Kind.FACTS, "topic", topic.name());
      case Question.ToCheck(Check check) -> line(Kind.CHECK, "check", check.name());
      case Question.ToServe(ServiceMode mode) -> line(Kind.SERVE, "mode", mode.name());
      case Question.OfQueue(int limit) -> {
        JsonObject line = line(Kind.QUEUE);
        line.addProperty("limit", limit);
        yield line.toString();
      }
      case Question.ToRetry _ -> line(Kind.RETRY).toString();
      case Question.ToCalibrate _ -> line(Kind.CALIBRATE).toString();
    };
  }

  static Question read(String line) throws MalformedLineException {
    Members members = Members.parse(line);
    return switch (members.constant(Kind.class, "ask")) {
      case HEALTH -> new Question.OfHealth();
      case FACTS -> new Question.OfTopic(members.constant(Topic.class, "topic"));
      case CHECK -> new Question.ToCheck(members.constant(Check.class, "check"));
      case SERVE -> new Question.ToServe(members.constant(ServiceMode.class, "mode"));
      case QUEUE -> new Question.OfQueue(limit(members.whole("limit")));
      case RETRY -> new Question.ToRetry();
      case CALIBRATE -> new Question.ToCalibrate();
    };
  }

  private static int limit(int limit) throws MalformedLineException {
    if (limit < 1 || limit > Diagnosis.QUEUE_MAXIMUM) {
      throw new MalformedLineException(
          "limit %d, need 1 to %d".formatted(limit, Diagnosis.QUEUE_MAXIMUM));
    }
    return limit;
  }

  private static JsonObject line(Kind kind) {
    JsonObject line = new JsonObject();
    line.addProperty("ask", kind.name());
    return line;
  }

  private static String line(Kind kind, String member, String value) {
    JsonObject line = line(kind);
    line.addProperty(member, value);
    return line.toString();
  }
}
