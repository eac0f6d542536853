package org.kashidashi.kiosk.counter;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.kashidashi.hal.card.jpki.pin.Pin;
import org.kashidashi.kiosk.screen.CounterScreen.PinUse;

/**
 * The person's screen as a few marked lines of the staff's own terminal: for trials, where one
 * person plays both. Nobody's real PIN belongs there.
 */
public final class TerminalPatron implements PatronFacing {
  private static final String MARK = "    ┃ ";
  private static final String NO = "0";

  private final Dialogue dialogue;
  private final Words words;

  public TerminalPatron(Dialogue dialogue, Words words) {
    this.dialogue = dialogue;
    this.words = words;
  }

  @Override
  public void show(Sight sight) {
    if (sight != Sight.REST) {
      dialogue.tell(MARK + words.name(sight));
    }
  }

  @Override
  public void tellNotTried(PinUse pin, boolean blocked) {
    dialogue.tell(MARK + words.of(blocked ? Phrase.TRIAL_BLOCKED : Phrase.TRIAL_LAST_TRY));
  }

  /** They have no panel to press it on while staff type. */
  @Override
  public boolean stopped() {
    return false;
  }

  @Override
  public boolean consents() throws PatronGoneException {
    return !ask(Phrase.TRIAL_CONSENT).equals(NO);
  }

  @Override
  public SamePins samePins() throws PatronGoneException {
    return switch (ask(Phrase.TRIAL_SAME)) {
      case "1" -> SamePins.SAME;
      case "2" -> SamePins.DIFFERENT;
      default -> SamePins.UNKNOWN;
    };
  }

  @Override
  public Pin pin(PinUse use, int triesLeft, boolean again, IntConsumer typed)
      throws PatronGoneException {
    while (true) {
      char[] digits = secret(words.of(Phrase.TRIAL_PIN, words.name(use), triesLeft));
      boolean fits = digits.length == Pin.LENGTH;
      for (char digit : digits) {
        fits &= digit >= '0' && digit <= '9';
      }
      if (fits) {
        typed.accept(digits.length);
        return Pin.of(digits);
      }
      Arrays.fill(digits, '\0');
      if (digits.length == 0) {
        throw new PatronGoneException(PatronGoneException.Reason.STOPPED);
      }
    }
  }

  private String ask(Phrase phrase) throws PatronGoneException {
    try {
      return dialogue.ask(MARK + words.of(phrase) + "> ").strip();
    } catch (DialogueOverException over) {
      throw new PatronGoneException(PatronGoneException.Reason.STOPPED);
    }
  }

  private char[] secret(String prompt) throws PatronGoneException {
    try {
      return dialogue.askSecretly(MARK + prompt + "> ");
    } catch (DialogueOverException over) {
      throw new PatronGoneException(PatronGoneException.Reason.STOPPED);
    }
  }
}
