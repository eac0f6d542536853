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
  }

  static <T> Setting<T> required(String key, Form<T> form, String meaning) {
    return new Setting<>(key, form, new Presence.Required<>(), meaning);
  }

  static <T> Setting<T> otherwise(String key, Form<T> form, T value, String meaning) {
    return new Setting<>(key, form, new Presence.Otherwise<>(value), meaning);
  }

  String section() {
    return key.substring(0, key.lastIndexOf('.'));
  }

  String name() {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  /** What holds without it, as it is written in the file; empty if it must be given. */
  String written() {
    return switch (presence) {
      case Presence.Required<T>() -> "";
      case Presence.Otherwise<T>(T value) -> form.write(value);
    };
  }
}
