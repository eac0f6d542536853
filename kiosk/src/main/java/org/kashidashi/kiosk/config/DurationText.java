package org.kashidashi.kiosk.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kashidashi.kiosk.config.mistake.Problem;

/** Lengths of time as people write them: a whole number, a space and a unit. */
final class DurationText {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,9}) ?(ms|s|min|h|d)");

  private DurationText() {}

  static Duration parse(String text) throws UnfitValueException {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new UnfitValueException(
          Problem.NO_LENGTH_OF_TIME.with(UnfitValueException.shown(text)));
    }
    long amount = Long.parseLong(matcher.group(1));
    return Duration.of(
        amount,
        switch (matcher.group(2)) {
          case "ms" -> ChronoUnit.MILLIS;
          case "s" -> ChronoUnit.SECONDS;
          case "min" -> ChronoUnit.MINUTES;
          case "h" -> ChronoUnit.HOURS;
          default -> ChronoUnit.DAYS;
        });
  }

  /** In the largest unit that leaves a whole number; hours rather than days below two days. */
  static String write(Duration value) {
    if (value.toMillisPart() != 0) {
      return value.toMillis() + " ms";
    }
    if (value.toSecondsPart() != 0 || value.isZero() || value.toSeconds() < 120) {
      return value.toSeconds() + " s";
    }
    if (value.toMinutesPart() != 0) {
      return value.toMinutes() + " min";
    }
    boolean days = value.toHoursPart() == 0 && value.toDays() > 1;
    return days ? value.toDays() + " d" : value.toHours() + " h";
  }
}
