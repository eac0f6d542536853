package org.kashidashi.kiosk.counter;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.kashidashi.hal.card.jpki.pin.Pin;
import org.kashidashi.kiosk.counter.patron.PatronEvent;
import org.kashidashi.kiosk.counter.patron.PatronRequest;
import org.kashidashi.kiosk.screen.CounterScreen.PinUse;

/**
 * Asks on the person's own panel, and waits for the answer.
 *
 * <p>Belongs to the desk's thread; {@link #panelSeen} may be called from any.
 */
public final class PanelPatron implements PatronFacing {
  /** Reading the terms takes a while; nobody needs longer for four digits. */
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private static final Duration GLANCE = Duration.ofSeconds(1);

  private final Consumer<PatronRequest> panel;
  private final PatronAnswers answers;
  private final Duration patience;
  private final LongSupplier nanoTime;
  private volatile boolean lost;

  /** How one answer after the other becomes what was asked for. */
  private interface Understanding<T> {
    Optional<T> of(PatronEvent answer);
  }

  /**
   * @param panel takes a request and returns at once
   * @param answers where the panel puts what the person answers
   * @param idle after how long without a word nobody counts as there
   * @param nanoTime a clock that only moves forward, as {@link System#nanoTime}
   */
  public PanelPatron(
      Consumer<PatronRequest> panel, PatronAnswers answers, Duration idle, LongSupplier nanoTime) {
    this.panel = panel;
    this.answers = answers;
    this.patience = idle.compareTo(LONGEST) < 0 ? idle : LONGEST;
    this.nanoTime = nanoTime;
  }

  /** Whether there is anything to press. Any thread. */
  public void panelSeen(boolean there) {
    lost = !there;
  }

  @Override
  public void show(Sight sight) {
    if (sight == Sight.REST || sight == Sight.PUT_CARD) {
      // Another person, or another beginning.
      answers.forgetStop();
    }
    panel.accept(
        switch (sight) {
          case REST -> new PatronRequest.Rest();
          case PUT_CARD -> new PatronRequest.AskCard();
          case WORKING -> new PatronRequest.Work();
          case DONE -> new PatronRequest.TellDone();
          case REFUSED -> new PatronRequest.TellNotDone();
        });
  }

  @Override
  public void tellNotTried(PinUse pin, boolean blocked) {
    panel.accept(
        blocked ? new PatronRequest.TellBlocked(pin) : new PatronRequest.TellLastTryKept(pin));
  }

  /** Whether the person has stopped since they were asked to put their card there. */
  @Override
  public boolean stopped() {
    return answers.stopped();
  }

  @Override
  public boolean consents() throws PatronGoneException {
    return ask(new PatronRequest.AskConsent(), answer -> switch (answer) {
      case PatronEvent.Agreed _ -> Optional.of(true);
      case PatronEvent.Declined _ -> Optional.of(false);
      case PatronEvent.DigitsTyped _,
          PatronEvent.PinTyped _,
          PatronEvent.PinsTold _,
          PatronEvent.Stopped _ -> Optional.empty();
    });
  }

  @Override
  public SamePins samePins() throws PatronGoneException {
    return ask(
        new PatronRequest.AskSamePins(),
        answer -> answer instanceof PatronEvent.PinsTold(var sameness)
            ? Optional.of(
                switch (sameness) {
                  case SAME -> SamePins.SAME;
                  case DIFFERENT -> SamePins.DIFFERENT;
                  case NOT_KNOWN -> SamePins.UNKNOWN;
                })
            : Optional.empty());
  }

  @Override
  public Pin pin(PinUse use, int triesLeft, boolean again, IntConsumer typed)
      throws PatronGoneException {
    return ask(new PatronRequest.AskPin(use, triesLeft, again), answer -> {
      if (answer instanceof PatronEvent.DigitsTyped(int count)) {
        typed.accept(count);
      }
      return answer instanceof PatronEvent.PinTyped(Pin pin) ? Optional.of(pin) : Optional.empty();
    });
  }

  /** Whoever stopped while nothing was asked is not asked any more. */
  private <T> T ask(PatronRequest request, Understanding<T> understanding)
      throws PatronGoneException {
    if (answers.stopped()) {
      throw new PatronGoneException(PatronGoneException.Reason.STOPPED);
    }
    answers.open();
    try {
      panel.accept(request);
      return answer(understanding);
    } finally {
      answers.close();
    }
  }

  private <T> T answer(Understanding<T> understanding) throws PatronGoneException {
    long asked = nanoTime.getAsLong();
    while (nanoTime.getAsLong() - asked < patience.toNanos()) {
      if (lost) {
        throw new PatronGoneException(PatronGoneException.Reason.SCREEN_LOST);
      }
      Optional<PatronEvent> event = poll();
      if (event.isPresent() && event.get() instanceof PatronEvent.Stopped) {
        throw new PatronGoneException(PatronGoneException.Reason.STOPPED);
      }
      Optional<T> understood = event.flatMap(understanding::of);
      if (understood.isPresent()) {
        return understood.get();
      }
    }
    throw new PatronGoneException(PatronGoneException.Reason.STOPPED);
  }

  private Optional<PatronEvent> poll() throws PatronGoneException {
    try {
      return answers.poll(GLANCE);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new PatronGoneException(PatronGoneException.Reason.STOPPED);
    }
  }
}
