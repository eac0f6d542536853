package org.kashidashi.kiosk.config;

import java.time.Duration;
import java.util.List;

/**
 * The staff's desk, where the machine's role is that.
 *
 * @param tasks what the library offers there; nothing else is shown
 * @param idle after how long without a word staff are signed out
 */
public record CounterSettings(Language language, Duration idle, List<Task> tasks) {
  /** What the desk speaks with staff. */
  public enum Language {
    JAPANESE,
    ENGLISH
  }

  /** What staff may do at a desk. */
  public enum Task {
    LEND,
    TAKE_BACK,
    PATRON,
    LINK,
    UNLINK,
    MIGRATE,
    REGISTER,
    RENEW,
    CASES,
    SHOW_PERSON,
    ERASE_PERSON
  }

  private static final Setting<Language> LANGUAGE = Setting.otherwise(
      "counter.language",
      Forms.choice(Language.class),
      Language.JAPANESE,
      "The language in which the desk speaks with staff.");
  private static final Setting<Duration> IDLE = Setting.otherwise(
      "counter.idle",
      Forms.duration(Duration.ofMinutes(1), Duration.ofMinutes(30)),
      Duration.ofMinutes(5),
      "After how long without an answer staff are signed out.");
  private static final Setting<List<Task>> TASKS = Setting.otherwise(
      "counter.tasks",
      new ListForm<>(Forms.choice(Task.class), Task.values().length),
      List.of(Task.LEND, Task.TAKE_BACK, Task.PATRON, Task.LINK, Task.UNLINK, Task.CASES),
      "What the library does at this desk; nothing else is shown.");
  static final List<Setting<?>> SETTINGS = List.of(LANGUAGE, IDLE, TASKS);

  static CounterSettings read(Values values) {
    return new CounterSettings(values.get(LANGUAGE), values.get(IDLE), values.get(TASKS));
  }
}
