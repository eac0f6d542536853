package org.kashidashi.kiosk.loop;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.kiosk.loop.LoopInput.Happened;
import org.kashidashi.kiosk.loop.LoopInput.Pressed;
import org.kashidashi.kiosk.screen.Choice;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Screens;
import org.kashidashi.kiosk.screen.view.Frame;
import org.kashidashi.kiosk.screen.view.ScreenView;
import org.kashidashi.kiosk.session.Action;
import org.kashidashi.kiosk.session.Effect;
import org.kashidashi.kiosk.session.KioskState;
import org.kashidashi.kiosk.session.Preferences;
import org.kashidashi.kiosk.session.SessionEvent;
import org.kashidashi.kiosk.session.SessionMachine;
import org.kashidashi.kiosk.session.SessionRules;
import org.kashidashi.kiosk.session.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The session thread: takes one input after the other, asks the machine, shows the screen, hands out
 * the effects.
 *
 * <p>State is confined to the thread that calls {@link #poll} or {@link #runPending}; {@link #offer}
 * and {@link #press} may be called from any thread and return at once.
 */
public final class SessionLoop {
  private static final Logger LOG = LoggerFactory.getLogger(SessionLoop.class);

  /** Far more than the devices can say in the time of one step; a full queue is a stuck loop. */
  static final int QUEUE_LENGTH = 1_024;

  private static final Duration TICK = Duration.ofSeconds(1);

  private final BlockingQueue<LoopInput> queue = new ArrayBlockingQueue<>(QUEUE_LENGTH);
  private final SessionMachine machine;
  private final SessionRules rules;
  private final ScreenView view;
  private final ScreenSink sink;
  private final SpeechDesk speech;
  private final Scheduler scheduler;
  private final AtomicBoolean overflowing = new AtomicBoolean();
  private final StageClock stages;
  private KioskState state;
  private Optional<Shown> shown = Optional.empty();
  private int page;

  private record Shown(Screen screen, Preferences preferences, boolean practice, Frame frame) {}

  public SessionLoop(
      SessionRules rules,
      ScreenView view,
      ScreenSink sink,
      SpeechDesk speech,
      Scheduler scheduler,
      LongSupplier nanoTime,
      boolean receipts) {
    this.stages = new StageClock(nanoTime);
    this.machine = new SessionMachine(rules);
    this.rules = rules;
    this.view = view;
    this.sink = sink;
    this.speech = speech;
    this.scheduler = scheduler;
    this.state = KioskState.starting(receipts, rules.offers().atFirst());
  }

  /**
   * Puts an event into the queue. A scan that finds it full is lost: a scanner gone wild is no reason
   * to stop.
   *
   * @throws IllegalStateException if the loop does not keep up otherwise, a mistake of ours
   */
  public void offer(SessionEvent event) {
    switch (event) {
      case SessionEvent.CodeScanned _, SessionEvent.ScanFailed _ -> keepIfRoom(new Happened(event));
      default -> put(new Happened(event));
    }
  }

  /** Puts a press into the queue. A press that finds the queue full is lost, like any unfelt one. */
  public void press(PanelEvent press) {
    keepIfRoom(new Pressed(press));
  }

  /** Runs this on the session thread, unless there is no room for it; any thread. */
  public void run(Runnable work) {
    keepIfRoom(new LoopInput.Asked(work));
  }

  /** Shows the first screen, unless something is to change it at once, and lets time begin. */
  public void begin() {
    if (queue.isEmpty()) {
      show();
    }
    tick();
  }

  /** Waits for one input, at most {@code timeout}, and works it off. */
  public void poll(Duration timeout, Consumer<Effect> effects) throws InterruptedException {
    LoopInput input = queue.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
    if (input != null) {
      take(input, effects);
    }
  }

  /** Works off what is in the queue, and what that leads to, without waiting. */
  public void runPending(Consumer<Effect> effects) {
    for (LoopInput input = queue.poll(); input != null; input = queue.poll()) {
      take(input, effects);
    }
  }

  /** The state now; for whoever runs the loop on their own thread. */
  public KioskState state() {
    return state;
  }

  private void take(LoopInput input, Consumer<Effect> effects) {
    if (queue.isEmpty()) {
      overflowing.set(false);
    }
    eventOf(input).ifPresent(event -> step(event, effects));
  }

  private void step(SessionEvent event, Consumer<Effect> effects) {
    Step step = machine.on(state, event);
    state = step.next();
    page = pageAfter(event);
    // The devices work while the screen is drawn.
    step.effects().forEach(effects);
    stages.entered(state.session()).map(Effect.Note::new).ifPresent(effects);
    show();
  }

  private Optional<SessionEvent> eventOf(LoopInput input) {
    return switch (input) {
      case Happened(SessionEvent event) -> Optional.of(event);
      case LoopInput.Asked(Runnable work) -> {
        work.run();
        yield Optional.empty();
      }
      case Pressed(PanelEvent press) -> actionOf(press).map(this::eventOf);
    };
  }

  /** A text that goes on is read on before the machine turns to another one. */
  private SessionEvent eventOf(Action action) {
    boolean goesOn = shown
        .filter(now -> now.frame().pages() > 1)
        .filter(now -> now.frame().page() + 1 < now.frame().pages() || !turns(now.screen()))
        .isPresent();
    return action == Action.NEXT_PAGE && goesOn
        ? new SessionEvent.PageTurned()
        : new SessionEvent.ActionChosen(action);
  }

  private static boolean turns(Screen screen) {
    return screen.choices().contains(Choice.NEXT);
  }

  /** What changes a screen shows its first page; time alone does not. */
  private int pageAfter(SessionEvent event) {
    return switch (event) {
      case SessionEvent.PageTurned _ ->
        shown.map(now -> (now.frame().page() + 1) % now.frame().pages()).orElse(0);
      case SessionEvent.SecondPassed _,
          SessionEvent.LibrarySystemSeen _,
          SessionEvent.TroublesSeen _ -> page;
      default -> 0;
    };
  }

  private Optional<Action> actionOf(PanelEvent press) {
    return switch (press) {
      case PanelEvent.Tapped(int column, int row) ->
        shown.flatMap(now -> now.frame().actionAt(column, row));
      case PanelEvent.KeyTyped(char key) -> shown.flatMap(now -> now.screen().actionFor(key));
      case PanelEvent.PanelClosed _, PanelEvent.PanelLost _, PanelEvent.PanelReady _ ->
        Optional.empty();
    };
  }

  private void show() {
    Screen screen = Screens.of(state, rules);
    Preferences preferences = state.preferences();
    boolean same = shown
        .filter(now -> now.screen().equals(screen))
        .filter(now -> now.preferences().equals(preferences))
        .filter(now -> now.practice() == state.practice())
        .filter(now -> now.frame().page() == page)
        .isPresent();
    if (same) {
      return;
    }
    Frame frame = view.draw(screen, preferences, page, state.practice());
    page = frame.page();
    shown = Optional.of(new Shown(screen, preferences, state.practice(), frame));
    sink.show(screen, frame);
    speech.shown(screen, preferences, state.practice(), page);
  }

  private void tick() {
    scheduler.after(TICK, () -> {
      put(new Happened(new SessionEvent.SecondPassed()));
      tick();
    });
  }

  private void keepIfRoom(LoopInput input) {
    if (!queue.offer(input) && !overflowing.getAndSet(true)) {
      LOG.warn("inputs are lost: the session queue is full with {}", QUEUE_LENGTH);
    }
  }

  private void put(LoopInput input) {
    if (!queue.offer(input)) {
      throw new IllegalStateException(
          "the session queue is full with %d inputs: the session thread is stuck"
              .formatted(QUEUE_LENGTH));
    }
  }
}
