package org.kashidashi.kiosk.console.talk;

/** A command was not carried out to its end, for a reason that its technician is told. */
public final class TroubleException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Trouble trouble;
  private final String[] facts;

  /**
   * What happened.
   *
   * @param facts what the trouble's words have room for
   */
  public TroubleException(Trouble trouble, String... facts) {
    super(trouble.name());
    this.trouble = trouble;
    this.facts = facts.clone();
  }

  public Trouble trouble() {
    return trouble;
  }

  Object[] facts() {
    return facts.clone();
  }
}
