package org.kashidashi.kiosk.diagnosis;

/** In what a number is told. */
public enum Unit {
  /** A count. */
  ONE(""),
  PERCENT("%"),
  MILLISECONDS("ms"),
  SECONDS("s"),
  DAYS("d"),
  MEGABYTES("MB"),
  CELSIUS("°C"),
  PIXELS("px"),
  MILLIMETRES("mm");

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  /** As it is written behind a number; empty for a count. */
  public String symbol() {
    return symbol;
  }
}
