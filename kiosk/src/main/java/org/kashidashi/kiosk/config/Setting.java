package org.kashidashi.kiosk.config;

/**
 * One key of the configuration file.
 *
 * @param key dotted, with its section
 * @param meaning what it is for, as a sentence for the table of settings
 */
record Setting<T>(String key, Form<T> form, Presence<T> presence, String meaning) {
  /** Whether a setting may be left out. */
  sealed interface Presence<T> {
    /** It must be given. */
    record Required<T>() implements Presence<T> {}

    /** Without it, this holds. */
    record Otherwise<T>(T value) implements Presence<T> {}

    /**
     * Without it, what holds follows from other settings.
     *
     * @param rule what holds when, as a sentence for the table of settings
     */
    record Follows<T>(String rule) implements Presence<T> {}
  }

  static <T> Setting<T> required(String key, Form<T> form, String meaning) {
    return new Setting<>(key, form, new Presence.Required<>(), meaning);
  }

  static <T> Setting<T> otherwise(String key, Form<T> form, T value, String meaning) {
    return new Setting<>(key, form, new Presence.Otherwise<>(value), meaning);
  }

  static <T> Setting<T> follows(String key, Form<T> form, String rule, String meaning) {
    return new Setting<>(key, form, new Presence.Follows<>(rule), meaning);
  }

  String section() {
    return key.substring(0, key.lastIndexOf('.'));
  }

  String name() {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  /** What holds without it, for the table of settings. */
  String standard() {
    return switch (presence) {
      case Presence.Required<T>() -> "must be given";
      case Presence.Otherwise<T>(T value) -> "`" + form.write(value) + "`";
      case Presence.Follows<T>(String rule) -> rule;
    };
  }
}
