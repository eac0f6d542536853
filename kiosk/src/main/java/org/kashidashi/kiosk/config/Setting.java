package org.kashidashi.kiosk.config;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One key of the configuration file.
 *
 * @param key dotted, with its section
 * @param meaning what it is for, as a sentence for the table of settings
 * @param reach what of it may be changed on the machine
 */
record Setting<T>(String key, Form<T> form, Presence<T> presence, String meaning, Reach reach) {
  /**
   * What may be changed on the machine, by whoever mends it and is no operator.
   *
   * <p>Nothing, unless a setting says otherwise: what names a program, a file that is written, a
   * place that identities are sent to, or what is trusted would give more than the role that changes
   * it has.
   */
  enum Reach {
    FILE_ONLY(""),
    MACHINE("(?s).*"),
    /** A node that a scanner, a printer or a panel has; never a file, nor what is open already. */
    DEVICE("(/dev/(tty[A-Za-z0-9]{1,16}|serial/by-(id|path)/[A-Za-z0-9_.:+-]{1,200}"
        + "|(usb/)?lp[0-9]{1,2}|fb[0-9]{1,2}))?"),
    /** A sound card: ALSA has names for files, too. */
    SOUND_CARD("((default|null)|(sysdefault|hw|plughw|dmix|front|hdmi|iec958)"
        + "(:[A-Za-z0-9_=,-]{1,50})?)?");

    private final Pattern texts;

    Reach(String texts) {
      this.texts = Pattern.compile(texts);
    }

    /** Whether all these texts may be set. */
    boolean admits(List<String> all) {
      return this != FILE_ONLY
          && all.stream().allMatch(text -> texts.matcher(text).matches());
    }
  }

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
    return new Setting<>(key, form, new Presence.Required<>(), meaning, Reach.FILE_ONLY);
  }

  static <T> Setting<T> otherwise(String key, Form<T> form, T value, String meaning) {
    return new Setting<>(key, form, new Presence.Otherwise<>(value), meaning, Reach.FILE_ONLY);
  }

  static <T> Setting<T> follows(String key, Form<T> form, String rule, String meaning) {
    return new Setting<>(key, form, new Presence.Follows<>(rule), meaning, Reach.FILE_ONLY);
  }

  /** The same, for whoever is at the machine to change. */
  Setting<T> onMachine() {
    return reaching(Reach.MACHINE);
  }

  Setting<T> onMachineAsDevice() {
    return reaching(Reach.DEVICE);
  }

  Setting<T> onMachineAsSoundCard() {
    return reaching(Reach.SOUND_CARD);
  }

  private Setting<T> reaching(Reach wider) {
    return new Setting<>(key, form, presence, meaning, wider);
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
