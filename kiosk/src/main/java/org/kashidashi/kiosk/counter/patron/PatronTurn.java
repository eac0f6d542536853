package org.kashidashi.kiosk.counter.patron;

import java.util.List;

/** What follows from a press or a request. */
record PatronTurn(PatronState next, List<Deed> deeds) {
  PatronTurn {
    deeds = List.copyOf(deeds);
  }

  static PatronTurn to(PatronState next, Deed... deeds) {
    return new PatronTurn(next, List.of(deeds));
  }

  /** What is to be done, in this order. */
  sealed interface Deed {
    /** Tells the counter. */
    record Tell(PatronEvent event) implements Deed {}

    /** Forgets the digits. */
    record Wipe() implements Deed {}

    /** Hands the digits to the counter as a PIN, and forgets them. */
    record HandOver() implements Deed {}
  }
}
