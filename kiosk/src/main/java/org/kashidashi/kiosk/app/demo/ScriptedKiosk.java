package org.kashidashi.kiosk.app.demo;

import com.googlecode.lanterna.TerminalSize;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.kiosk.app.Assembly;
import org.kashidashi.kiosk.app.Devices;
import org.kashidashi.kiosk.app.Services;
import org.kashidashi.kiosk.loop.ScreenSink;
import org.kashidashi.kiosk.loop.Workers;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.view.Frame;
import org.kashidashi.kiosk.screen.view.Grid;
import org.kashidashi.kiosk.screen.view.ScreenView;
import org.kashidashi.kiosk.screen.view.Target;
import org.kashidashi.kiosk.session.Action;
import org.kashidashi.kiosk.session.KioskState;

/**
 * The wired kiosk on one thread and in virtual time, driven by a script instead of a person.
 *
 * <p>The script touches what a person can touch: devices, the panel, time. Confined to one thread.
 */
public final class ScriptedKiosk {
  public static final TerminalSize SIZE = new TerminalSize(60, 22);

  /** More rounds than any press can set off; beyond them something goes round in circles. */
  private static final int ROUNDS_MAXIMUM = 100;

  private static final Duration TICK = Duration.ofSeconds(1);

  private final Assembly kiosk;
  private final VirtualTime time;
  private Optional<Shown> shown = Optional.empty();

  private record Shown(Screen screen, Frame frame) {}

  /**
   * @param sink is shown every screen, after this
   */
  public ScriptedKiosk(
      Assembly.Manner manner,
      Devices devices,
      Services services,
      VirtualTime time,
      ScreenSink sink) {
    this.time = time;
    ScreenView view = new ScreenView(
        manner.catalogue(), manner.site(), manner.theme(), Grid.of(60, 22), Grid.of(30, 11));
    Assembly.Ground ground =
        new Assembly.Ground(Workers.onCaller(), time, time.clock(), time::nanoTime, broken -> {
          throw new IllegalStateException("the store broke", broken);
        });
    this.kiosk = Assembly.of(
        manner,
        view,
        (screen, frame) -> {
          shown = Optional.of(new Shown(screen, frame));
          sink.show(screen, frame);
        },
        devices,
        services,
        ground);
    kiosk.patrons().lookBack();
    kiosk.loop().begin();
    settle();
  }

  /** Taps the button of this action. */
  public void press(Action action) {
    Target target = frame().targets().stream()
        .filter(offered -> offered.action() == action)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("%s is not offered on %s".formatted(action, screen())));
    TerminalSize cells = frame().image().getSize();
    int column =
        (2 * target.column() + target.columns()) * SIZE.getColumns() / (2 * cells.getColumns());
    int row = (2 * target.row() + target.rows()) * SIZE.getRows() / (2 * cells.getRows());
    kiosk.loop().press(new PanelEvent.Tapped(column, row));
    settle();
  }

  /** Types a key of the keypad. */
  public void type(char key) {
    kiosk.loop().press(new PanelEvent.KeyTyped(key));
    settle();
  }

  /** Lets time pass, second by second. */
  public void pass(Duration duration) {
    for (long second = 0; second < duration.toSeconds(); second++) {
      time.pass(TICK);
      settle();
    }
  }

  /** Lets the sync thread work until it wants to wait; says for how long. */
  public Duration sync() {
    Duration next = kiosk.sync().runOnce();
    for (int round = 0; next.isZero() && round < ROUNDS_MAXIMUM; round++) {
      next = kiosk.sync().runOnce();
    }
    settle();
    return next;
  }

  /** Lets everything that the devices have to say work itself out. */
  public void settle() {
    KioskState before;
    int rounds = 0;
    int quiet = 0;
    do {
      before = kiosk.loop().state();
      kiosk.scanner().poll(Duration.ZERO);
      kiosk.cards().poll(Duration.ZERO);
      kiosk.loop().runPending(kiosk.effects());
      quiet = kiosk.loop().state().equals(before) ? quiet + 1 : 0;
      rounds++;
      if (rounds > ROUNDS_MAXIMUM) {
        throw new IllegalStateException("the kiosk does not come to rest in " + before);
      }
    } while (quiet < 2);
  }

  public KioskState state() {
    return kiosk.loop().state();
  }

  public Screen screen() {
    return shown.orElseThrow().screen();
  }

  public Frame frame() {
    return shown.orElseThrow().frame();
  }

  /** The rows of the screen as text. */
  public List<String> rows() {
    return Cells.rows(frame().image());
  }
}
