package org.kashidashi.kiosk.counter.patron;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.kashidashi.hal.card.jpki.pin.PinEntry;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.kiosk.counter.patron.PatronTurn.Deed;
import org.kashidashi.kiosk.screen.CounterScreen;
import org.kashidashi.kiosk.screen.view.Frame;
import org.kashidashi.kiosk.screen.view.ScreenView;
import org.kashidashi.kiosk.session.Action;
import org.kashidashi.kiosk.session.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The patron's panel at a counter: takes requests and presses one after the other, shows the screen,
 * tells the counter what the patron answered.
 *
 * <p>State is confined to the thread that calls {@link #poll} or {@link #runPending}; {@link #tell}
 * and {@link #press} may be called from any thread and return at once. A tap on the drawn ten-key
 * and a key of a real one are the same press. Digits are kept here alone, in a {@link PinEntry}:
 * neither the state, nor a screen, nor the log ever holds one.
 */
public final class PatronSide {
  private static final Logger LOG = LoggerFactory.getLogger(PatronSide.class);

  /** Far more than a hand can press in the time of one step. */
  static final int QUEUE_LENGTH = 256;

  /** Room that presses leave for requests. */
  private static final int KEPT_FOR_REQUESTS = 64;

  /** A press so soon after the question was meant for the one before. */
  private static final Duration TOO_SOON = Duration.ofMillis(400);

  private final BlockingQueue<Input> queue = new ArrayBlockingQueue<>(QUEUE_LENGTH);
  private final PatronMachine machine;
  private final ScreenView view;
  private final PatronGlass glass;
  private final Consumer<PatronEvent> events;
  private final LongSupplier nanoTime;
  private final PinEntry entry = new PinEntry();
  private PatronState state;
  private CounterScreen screen;
  private Frame frame;
  private int page;
  private long askedNanos;

  private sealed interface Input {
    record Asked(PatronRequest request) implements Input {}

    record Pressed(PanelEvent press) implements Input {}
  }

  /**
   * Shows nothing yet.
   *
   * @param events where answers go, on this panel's thread; returns at once
   * @param languages that the patron may turn through, the library's own first
   * @param nanoTime a clock that only moves forward, as {@link System#nanoTime}
   */
  public PatronSide(
      ScreenView view,
      PatronGlass glass,
      Consumer<PatronEvent> events,
      List<Language> languages,
      LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.askedNanos = nanoTime.getAsLong() - TOO_SOON.toNanos();
    this.view = view;
    this.glass = glass;
    this.events = events;
    this.machine = new PatronMachine(languages);
    this.state = machine.start();
    this.screen = PatronScreens.of(state);
    this.frame = view.draw(screen, state.preferences(), 0);
  }

  /**
   * Asks the patron for something else from now on.
   *
   * @throws IllegalStateException if the panel's thread is stuck, a mistake of ours
   */
  public void tell(PatronRequest request) {
    if (!queue.offer(new Input.Asked(request))) {
      throw new IllegalStateException(
          "the patron's panel has %d inputs waiting: its thread is stuck".formatted(QUEUE_LENGTH));
    }
  }

  /** Puts a press into the queue; one that finds it full is lost, like any unfelt one. */
  public void press(PanelEvent press) {
    boolean room = queue.remainingCapacity() > KEPT_FOR_REQUESTS;
    if (!room || !queue.offer(new Input.Pressed(press))) {
      LOG.warn("presses are lost: the patron's panel has {} inputs waiting", QUEUE_LENGTH);
    }
  }

  /** Shows the first screen. */
  public void begin() {
    glass.show(screen, frame, state.preferences());
  }

  /**
   * Waits for one input, at most {@code timeout}, and works it off.
   *
   * @throws InterruptedException the panel ends; no digit is kept
   */
  public void poll(Duration timeout) throws InterruptedException {
    Input input;
    try {
      input = queue.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException ending) {
      entry.wipe();
      throw ending;
    }
    if (input != null) {
      take(input);
    }
  }

  /** Works off what is in the queue, without waiting. */
  public void runPending() {
    for (Input input = queue.poll(); input != null; input = queue.poll()) {
      take(input);
    }
  }

  /** What is shown now; for whoever runs the panel on their own thread. */
  public CounterScreen screen() {
    return screen;
  }

  private boolean tooSoon() {
    return nanoTime.getAsLong() - askedNanos < TOO_SOON.toNanos();
  }

  private void take(Input input) {
    switch (input) {
      case Input.Asked(PatronRequest request) -> {
        page = 0;
        askedNanos = nanoTime.getAsLong();
        turn(machine.on(state, request));
      }
      case Input.Pressed(PanelEvent.Tapped(int column, int row)) -> tapped(column, row);
      case Input.Pressed(PanelEvent.KeyTyped(char key)) -> typed(key);
      case Input.Pressed(PanelEvent.PanelClosed _),
          Input.Pressed(PanelEvent.PanelLost _),
          Input.Pressed(PanelEvent.PanelReady _) -> {
        // Whoever opened the panel says so to staff; there is nothing to answer.
      }
    }
  }

  private void tapped(int column, int row) {
    if (tooSoon()) {
      return;
    }
    Optional<Character> key = frame.keyAt(column, row);
    if (key.isPresent()) {
      padKey(key.get());
    } else {
      frame.actionAt(column, row).ifPresent(this::chosen);
    }
  }

  private void typed(char key) {
    if (tooSoon()) {
      return;
    }
    if (screen instanceof CounterScreen.PinPad) {
      padKey(key);
    } else {
      screen.actionFor(key).ifPresent(this::chosen);
    }
  }

  private void padKey(char key) {
    if (key == '*') {
      turn(machine.on(state, new PatronPress.Star()));
    } else if (key == '#') {
      turn(machine.on(state, new PatronPress.Hash()));
    } else if (key >= '0' && key <= '9') {
      entry.type(key);
      turn(machine.on(state, new PatronPress.Digit()));
    }
  }

  private void chosen(Action action) {
    if (action == Action.NEXT_PAGE) {
      page = (frame.page() + 1) % frame.pages();
      show();
    } else {
      turn(machine.on(state, new PatronPress.Chose(action)));
    }
  }

  private void turn(PatronTurn turn) {
    boolean asked = !turn.next().asked().equals(state.asked());
    page = asked ? 0 : page;
    state = turn.next();
    turn.deeds().forEach(this::run);
    show();
  }

  private void run(Deed deed) {
    switch (deed) {
      case Deed.Tell(PatronEvent event) -> events.accept(event);
      case Deed.Wipe _ -> entry.wipe();
      case Deed.HandOver _ -> events.accept(new PatronEvent.PinTyped(entry.take()));
    }
  }

  private void show() {
    CounterScreen now = PatronScreens.of(state);
    Frame drawn = view.draw(now, state.preferences(), page);
    screen = now;
    frame = drawn;
    page = drawn.page();
    glass.show(screen, frame, state.preferences());
  }
}
