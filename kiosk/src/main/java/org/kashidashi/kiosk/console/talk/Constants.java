package org.kashidashi.kiosk.console.talk;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.Subject;

/** Puts into words what a fact tells as a program would: constants of ours, and no other text. */
final class Constants {
  private static final String SINCE_START = "start";

  /** What set a machine's clock. */
  private static final Map<String, Phrase> CLOCKS = Map.of(
      "SYNCED", Phrase.CLOCK_SYNCED,
      "RTC", Phrase.CLOCK_RTC,
      "HOLDOVER", Phrase.CLOCK_HOLDOVER,
      "UNKNOWN", Phrase.CLOCK_UNKNOWN);

  private Constants() {}

  /** Which of several a fact is of. */
  static String of(Fact fact, Words words) {
    String of = fact.of();
    if (fact.subject() == Subject.TIME_TRUSTED && CLOCKS.containsKey(of)) {
      return words.of(CLOCKS.getOrDefault(of, Phrase.CLOCK_UNKNOWN));
    }
    if (of.equals(SINCE_START) || of.endsWith(" " + SINCE_START)) {
      String before = of.substring(0, of.length() - SINCE_START.length());
      return before + words.of(Phrase.SINCE_START);
    }
    Optional<Part> part =
        Arrays.stream(Part.values()).filter(known -> known.name().equals(of)).findFirst();
    return part.map(words::name).orElse(of);
  }

  /** A text that a fact holds. */
  static String text(Subject subject, String text, Words words) {
    return subject != Subject.MODE
        ? text
        : Arrays.stream(ServiceMode.values())
            .filter(mode -> mode.name().equals(text))
            .findFirst()
            .map(words::name)
            .orElse(text);
  }
}
