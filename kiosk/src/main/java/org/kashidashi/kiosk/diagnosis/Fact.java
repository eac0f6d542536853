package org.kashidashi.kiosk.diagnosis;

import java.time.Duration;
import java.time.Instant;

/**
 * One thing that is known of a machine.
 *
 * @param of which one, where there are several: a network interface, a sensor, a code; else empty
 */
public record Fact(Subject subject, String of, Value value) {
  /** The longest text that is shown. */
  public static final int TEXT_MAXIMUM = 120;

  public Fact {
    of = printable(of);
  }

  public static Fact text(Subject subject, String text) {
    return new Fact(subject, "", new Value.Text(text));
  }

  public static Fact number(Subject subject, double number) {
    return new Fact(subject, "", new Value.Quantity(number));
  }

  /** What it is, in a form that any language can write. */
  public sealed interface Value {
    /** Of a device or a file, so anything may stand in it: what cannot be shown is taken out. */
    record Text(String text) implements Value {
      public Text {
        text = printable(text);
      }
    }

    /** In the unit of its subject. */
    record Quantity(double amount) implements Value {}

    record Span(Duration duration) implements Value {}

    record Moment(Instant instant) implements Value {}

    record Flag(boolean set) implements Value {}
  }

  private static String printable(String text) {
    String clean = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cn}\\p{Cs}]+", " ")
        .strip();
    return clean.length() > TEXT_MAXIMUM ? clean.substring(0, TEXT_MAXIMUM) : clean;
  }
}
