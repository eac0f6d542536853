package org.kashidashi.kiosk.counter;

import java.util.function.IntConsumer;
import org.kashidashi.hal.card.jpki.pin.Pin;
import org.kashidashi.kiosk.screen.CounterScreen.PinUse;

/**
 * Asks the person at the counter, on a screen of their own that staff do not see.
 *
 * <p>Calls block the desk's thread while the person answers, and never longer than a person may
 * take; from that one thread.
 */
public interface PatronFacing {
  /** What the person sees while nothing is asked. */
  enum Sight {
    /** Nobody is served. */
    REST,
    /** Put the card on the reader. */
    PUT_CARD,
    WORKING,
    /** It was done; take the card. */
    DONE,
    /** It was not done; take the card, staff say why. */
    REFUSED
  }

  /** What the person says of the two PINs. */
  enum SamePins {
    SAME,
    DIFFERENT,
    /** Then the one is not tried in place of the other. */
    UNKNOWN
  }

  void show(Sight sight);

  /** One try is left of this PIN, or none: it is kept, and the municipality helps. */
  void tellNotTried(PinUse pin, boolean blocked);

  /** Whether the person has pressed やめる since they were asked for their card. */
  boolean stopped();

  /** Whether the person agrees to the platform's terms and privacy policy. */
  boolean consents() throws PatronGoneException;

  /** Whether both PINs of the card are the same. */
  SamePins samePins() throws PatronGoneException;

  /**
   * Asks for a PIN.
   *
   * @param use what it opens; for both, it is tried on both
   * @param triesLeft 2 or more; of two the fewer
   * @param again whether the one before was wrong
   * @param typed told how many digits there are now; on the calling thread
   * @return the caller's to wipe
   */
  Pin pin(PinUse use, int triesLeft, boolean again, IntConsumer typed) throws PatronGoneException;
}
