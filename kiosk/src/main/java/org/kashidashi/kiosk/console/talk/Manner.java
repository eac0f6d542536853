package org.kashidashi.kiosk.console.talk;

/**
 * How a technician wants to be spoken to.
 *
 * @param ascii whether nothing but ASCII is shown, which there is in English alone
 * @param terse whether a program reads: no prompts, one line an answer, then OK or ERR
 */
public record Manner(Tongue tongue, boolean ascii, boolean terse) {
  /** The language that is spoken. */
  public Tongue spoken() {
    return ascii || terse ? Tongue.EN : tongue;
  }

  public Manner with(Tongue other) {
    return new Manner(other, ascii, terse);
  }

  public Manner asciiOnly(boolean only) {
    return new Manner(tongue, only, terse);
  }

  public Manner tersely(boolean so) {
    return new Manner(tongue, ascii, so);
  }
}
