package org.kashidashi.kiosk.fault;

/** A fault of the machine or of what it depends on, as a person on site sees it. */
public enum FaultCode {
  /** The library system does not answer; lending goes on from the cache. */
  E_301(Actor.NOBODY),
  /** The authority behind the My Number Card does not answer; library cards go on. */
  E_302(Actor.NOBODY),
  /** The card reader is gone; library cards go on. */
  E_303(Actor.STAFF),
  /** No receipt came out; the due dates are on the screen. */
  E_304(Actor.STAFF),
  /** The machine is out of service. */
  E_305(Actor.TECHNICIAN),
  /** The power was cut in the middle of a session; staff can see what was lent. */
  E_306(Actor.STAFF),
  /** A keyboard is plugged in that nobody has named; it is silenced, lending goes on. */
  E_307(Actor.STAFF);

  /** Who has to do something about it. */
  public enum Actor {
    NOBODY,
    STAFF,
    TECHNICIAN
  }

  private final Actor actor;

  FaultCode(Actor actor) {
    this.actor = actor;
  }

  public Actor actor() {
    return actor;
  }

  /** As it is written on screens and in documents: {@code E-301}. */
  public String code() {
    return name().replace('_', '-');
  }
}
