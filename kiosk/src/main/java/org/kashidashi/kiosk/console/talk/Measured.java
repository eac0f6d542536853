package org.kashidashi.kiosk.console.talk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Unit;

/**
 * Writes the value of a fact, for people or for a program.
 *
 * @param zone in which times are told
 */
record Measured(ZoneId zone) {
  private static final int DECIMALS = 2;
  private static final double EXACT_MAXIMUM = 1e15;

  /** From here on nobody reads what stands behind the point. */
  private static final double WHOLE_MINIMUM = 1_000;

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

  String forPeople(Fact fact, Words words) {
    return switch (fact.value()) {
      case Fact.Value.Text(String text) -> Constants.text(fact.subject(), text, words);
      case Fact.Value.Quantity(double amount) -> amount(amount, fact.subject().unit());
      case Fact.Value.Span(Duration duration) -> span(duration, words);
      case Fact.Value.Moment(var instant) -> MOMENT.format(instant.atZone(zone));
      case Fact.Value.Flag(boolean set) -> words.of(set ? Phrase.YES : Phrase.NO);
    };
  }

  /** A length of time in seconds, a moment in UTC, a flag as 1 or 0. */
  String forPrograms(Fact fact) {
    return switch (fact.value()) {
      case Fact.Value.Text(String text) -> text;
      case Fact.Value.Quantity(double amount) -> amount(amount, fact.subject().unit());
      case Fact.Value.Span(Duration duration) -> duration.toSeconds() + " s";
      case Fact.Value.Moment(var instant) -> instant.toString();
      case Fact.Value.Flag(boolean set) -> set ? "1" : "0";
    };
  }

  static String span(Duration duration, Words words) {
    Duration whole = duration.isNegative() ? Duration.ZERO : duration;
    if (whole.toDays() > 0) {
      return words.of(Phrase.DAYS_HOURS, whole.toDays(), whole.toHoursPart());
    }
    if (whole.toHours() > 0) {
      return words.of(Phrase.HOURS_MINUTES, whole.toHours(), whole.toMinutesPart());
    }
    if (whole.toMinutes() > 0) {
      return words.of(Phrase.MINUTES_SECONDS, whole.toMinutes(), whole.toSecondsPart());
    }
    return words.of(Phrase.SECONDS, whole.toSeconds());
  }

  private static String amount(double amount, Unit unit) {
    String number = Double.isFinite(amount) && Math.abs(amount) < EXACT_MAXIMUM
        ? new BigDecimal(amount)
            .setScale(Math.abs(amount) < WHOLE_MINIMUM ? DECIMALS : 0, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        : Double.toString(amount);
    return switch (unit) {
      case ONE -> number;
      case PERCENT -> number + unit.symbol();
      case MILLISECONDS, SECONDS, DAYS, MEGABYTES, CELSIUS, PIXELS, MILLIMETRES ->
        number + " " + unit.symbol();
    };
  }
}
