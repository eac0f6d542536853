package org.kashidashi.kiosk.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kashidashi.kiosk.config.mistake.Allowed;
import org.kashidashi.kiosk.config.mistake.Mistake;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;

/**
 * The technician's console.
 *
 * @param idle after how long without a key a technician is logged off
 * @param lines the serial lines that it may be served on: names below /dev, or vendor:product of
 *     USB adapters
 * @param technicians name:role or name:role:key, the same on all machines of a library
 */
public record ConsoleSettings(
    Language language, Duration idle, List<String> lines, List<String> technicians) {
  /** What it speaks first. */
  public enum Language {
    JAPANESE,
    ENGLISH
  }

  private static final int MOST_LINES = 8;
  private static final int MOST_TECHNICIANS = 64;

  private static final Setting<Language> LANGUAGE = Setting.otherwise(
      "console.language",
      Forms.choice(Language.class),
      Language.JAPANESE,
      "The language in which the technician's console begins.");
  private static final Setting<Duration> IDLE = Setting.otherwise(
      "console.idle",
      Forms.duration(Duration.ofMinutes(1), Duration.ofMinutes(30)),
      Duration.ofMinutes(5),
      "After how long without a key a technician is logged off.");
  static final Setting<List<String>> LINES = Setting.otherwise(
      "console.lines",
      new ListForm<>(
          Forms.text(
              "tty[A-Za-z0-9]{1,16}|[0-9a-fA-F]{4}:[0-9a-fA-F]{4}",
              Allowed.CONSOLE_LINE.with(), "ttyS0"),
          MOST_LINES),
      List.of("ttyAMA0", "ttyS0", "ttyGS0"),
      "The serial lines on which technicians are served; on all others the console ends at once.");
  private static final Setting<List<String>> TECHNICIANS = Setting.otherwise(
      "console.technicians",
      new ListForm<>(
          Forms.text(
              "[a-z][a-z0-9.-]{0,31}:(view|test|config|admin)(:[A-Za-z0-9+/]{43}=)?",
              Allowed.TECHNICIAN.with(),
              "yamada:test"),
          MOST_TECHNICIANS),
      List.of(),
      "Who may sign in at the console, with the public half of their key; no secret.");
  static final List<Setting<?>> SETTINGS = List.of(LANGUAGE, IDLE, LINES, TECHNICIANS);

  public ConsoleSettings {
    lines = List.copyOf(lines);
    technicians = List.copyOf(technicians);
  }

  static ConsoleSettings read(Values values) {
    List<String> technicians = values.get(TECHNICIANS);
    Set<String> names = new HashSet<>();
    for (String technician : technicians) {
      String name = technician.substring(0, technician.indexOf(':'));
      if (!names.add(name)) {
        values.add(
            TECHNICIANS, Problem.TECHNICIAN_TWICE.with(name), Remedy.EACH_TECHNICIAN_ONCE.with());
      }
    }
    return new ConsoleSettings(
        values.get(LANGUAGE), values.get(IDLE), values.get(LINES), technicians);
  }

  /**
   * What the console needs to know, of a configuration that may have mistakes: it is there to mend
   * them. What cannot be read is as usual.
   */
  public record Alone(KioskSettings kiosk, ConsoleSettings console, List<Mistake> mistakes) {
    public Alone {
      mistakes = List.copyOf(mistakes);
    }

    /** Of a configuration without mistakes. */
    static Alone of(Configuration configuration) {
      return new Alone(configuration.kiosk(), configuration.console(), List.of());
    }
  }

  /** Reads a file, and as much as can be read where it has mistakes. */
  public static Alone readAlone(Path file) {
    try {
      return Alone.of(Configuration.read(file));
    } catch (ConfigurationException wrong) {
      return readAlone(file, wrong.mistakes());
    }
  }

  private static Alone readAlone(Path file, List<Mistake> mistakes) {
    List<Source> sources;
    try {
      sources = Source.read(file);
    } catch (ConfigurationException unreadable) {
      sources = List.of(Source.none(file));
    }
    Values values = new Values(sources);
    return new Alone(KioskSettings.read(values), read(values), mistakes);
  }
}
