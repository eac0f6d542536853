package org.kashidashi.kiosk.audit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts what happened at a kiosk from the lines of its audit trail: which refusals, how sessions
 * ended, who practised, how long each step took. There is nobody in it who could be recognized.
 */
public final class Counts {
  /** What a library may ask of one kind of record: the member that tells its cases apart. */
  private static final Map<String, String> CASES = Map.of(
      "refusal_shown", "code",
      "at_counter", "task",
      "console_sign_in", "result",
      "console_command", "outcome",
      "technician_changed", "change",
      "session_ended", "ending",
      "patron_identified", "way",
      "renewal_wished", "fate",
      "item_put_back", "outcome");

  /** More than there are: a damaged file must not fill the memory. */
  private static final int KINDS_MAXIMUM = 100;

  private static final int CASES_MAXIMUM = 200;

  private static final String STAGE = "stage_left";

  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
  private final Map<String, List<Integer>> stages = new TreeMap<>();
  private int unreadable;

  /**
   * How long a step took.
   *
   * @param median in milliseconds
   * @param slow in milliseconds; nine of ten took no longer
   */
  public record StageTime(int visits, int median, int slow) {}

  /** Takes one line. What is no record is counted as such: a power cut may leave half a line. */
  public void add(String line) {
    Optional<JsonObject> record = object(line);
    Optional<String> kind = record.flatMap(found -> text(found, "kind"));
    if (kind.isEmpty()) {
      unreadable++;
      return;
    }
    if (kind.get().equals(STAGE)) {
      addStage(record.orElseThrow());
      return;
    }
    String name = Optional.ofNullable(CASES.get(kind.get()))
        .flatMap(member -> text(record.orElseThrow(), member))
        .orElse("");
    if (!counts.containsKey(kind.get()) && counts.size() >= KINDS_MAXIMUM) {
      unreadable++;
      return;
    }
    Map<String, Integer> cases = counts.computeIfAbsent(kind.get(), _ -> new TreeMap<>());
    boolean room = cases.containsKey(name) || cases.size() < CASES_MAXIMUM;
    cases.merge(room ? name : "", 1, Integer::sum);
  }

  private void addStage(JsonObject record) {
    Optional<String> stage = text(record, "stage");
    Optional<Integer> milliseconds = whole(record, "milliseconds");
    boolean unknown = stage.isEmpty() || milliseconds.isEmpty();
    if (unknown || (!stages.containsKey(stage.get()) && stages.size() >= KINDS_MAXIMUM)) {
      unreadable++;
      return;
    }
    stages.computeIfAbsent(stage.get(), _ -> new ArrayList<>()).add(milliseconds.get());
  }

  /** How often, by kind of record and case; the case is empty for a kind that has none. */
  public Map<String, Map<String, Integer>> counts() {
    return Collections.unmodifiableMap(counts);
  }

  /** How long each step took, by its name. */
  public Map<String, StageTime> stages() {
    Map<String, StageTime> times = new TreeMap<>();
    stages.forEach((stage, all) -> {
      List<Integer> sorted = all.stream().sorted().toList();
      times.put(
          stage,
          new StageTime(
              sorted.size(),
              sorted.get((sorted.size() - 1) / 2),
              sorted.get((sorted.size() * 9 + 9) / 10 - 1)));
    });
    return times;
  }

  /** How many lines were no records. */
  public int unreadable() {
    return unreadable;
  }

  private static Optional<JsonObject> object(String line) {
    try {
      JsonElement element = JsonParser.parseString(line);
      return element.isJsonObject() ? Optional.of(element.getAsJsonObject()) : Optional.empty();
    } catch (JsonParseException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonObject record, String member) {
    return record.get(member) instanceof JsonPrimitive value && value.isString()
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }

  private static Optional<Integer> whole(JsonObject record, String member) {
    if (!(record.get(member) instanceof JsonPrimitive value) || !value.isNumber()) {
      return Optional.empty();
    }
    try {
      return Optional.of(value.getAsBigDecimal().intValueExact());
    } catch (ArithmeticException | NumberFormatException _) {
      return Optional.empty();
    }
  }
}
