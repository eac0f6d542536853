package org.kashidashi.kiosk.counter;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
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
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Duration GLANCE = Duration.ofSeconds(1);

  private final Consumer<PatronRequest> panel;
  private final BlockingQueue<PatronEvent> answers;
  private volatile boolean lost;

  /**
   * @param panel takes a request and returns at once
   * @param answers where the panel puts what the person answers
   */
  public PanelPatron(Consumer<PatronRequest> panel, BlockingQueue<PatronEvent> answers) {
    this.panel = panel;
    this.answers = answers;
  }

  /** Whether there is anything to press. Any thread. */
  public void panelSeen(boolean there) {
    lost = !there;
  }

  @Override
  public void show(Sight sight) {
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

  @Override
  public boolean consents() throws PatronGoneException {
    ask(new PatronRequest.AskConsent());
    while (true) {
      PatronEvent answer = answer();
      if (answer instanceof PatronEvent.Agreed || answer instanceof PatronEvent.Declined) {
        return answer instanceof PatronEvent.Agreed;
      }
    }
  }

  @Override
  public SamePins samePins() throws PatronGoneException {
    ask(new PatronRequest.AskSamePins());
    while (true) {
      if (answer() instanceof PatronEvent.PinsTold(var sameness)) {
        return switch (sameness) {
          case SAME -> SamePins.SAME;
          case DIFFERENT -> SamePins.DIFFERENT;
          case NOT_KNOWN -> SamePins.UNKNOWN;
        };
      }
    }
  }

  @Override
  public Pin pin(PinUse use, int triesLeft, boolean again, IntConsumer typed)
      throws PatronGoneException {
    ask(new PatronRequest.AskPin(use, triesLeft, again));
    while (true) {
      PatronEvent answer = answer();
      if (answer instanceof PatronEvent.PinTyped(Pin pin)) {
        return pin;
      }
      if (answer instanceof PatronEvent.DigitsTyped(int count)) {
        typed.accept(count);
      }
    }
  }

  /** What was answered to an earlier question counts for nothing, and is wiped. */
  private void ask(PatronRequest request) {
    for (Optional<PatronEvent> old = Optional.ofNullable(answers.poll());
        old.isPresent();
        old = Optional.ofNullable(answers.poll())) {
      wipe(old.get());
    }
    panel.accept(request);
  }

  private static void wipe(PatronEvent event) {
    if (event instanceof PatronEvent.PinTyped(Pin pin)) {
      pin.wipe();
    }
  }

  private PatronEvent answer() throws PatronGoneException {
    for (Duration waited = Duration.ZERO;
        waited.compareTo(PATIENCE) < 0;
        waited = waited.plus(GLANCE)) {
      if (lost) {
        throw new PatronGoneException(PatronGoneException.Reason.SCREEN_LOST);
      }
      Optional<PatronEvent> event = poll();
      if (event.isPresent() && event.get() instanceof PatronEvent.Stopped) {
        throw new PatronGoneException(PatronGoneException.Reason.STOPPED);
      }
      if (event.isPresent()) {
        return event.get();
      }
    }
    throw new PatronGoneException(PatronGoneException.Reason.STOPPED);
  }

  private Optional<PatronEvent> poll() throws PatronGoneException {
    try {
      return Optional.ofNullable(answers.poll(GLANCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new PatronGoneException(PatronGoneException.Reason.STOPPED);
    }
  }
}
