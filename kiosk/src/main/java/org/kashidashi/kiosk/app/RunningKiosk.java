package org.kashidashi.kiosk.app;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.kashidashi.hal.display.Display;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.hal.input.PanelInput;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.view.ScreenView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A kiosk at work on its threads, from its first screen to the end of the program. */
public final class RunningKiosk {
  /** The panel was closed by whoever runs it, or the kiosk was told to stop. */
  public static final int PANEL_CLOSED = 0;

  /** A device or file failed for good (sysexits.h: EX_IOERR). */
  public static final int DEVICE_FAILED = 74;

  private static final Logger LOG = LoggerFactory.getLogger(RunningKiosk.class);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final Assembly.Manner manner;
  private final Devices devices;
  private final Services services;
  private final Clock clock;
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();

  public RunningKiosk(Assembly.Manner manner, Devices devices, Services services, Clock clock) {
    this.manner = manner;
    this.devices = devices;
    this.services = services;
    this.clock = clock;
  }

  /** Asks a running kiosk to end. Any thread. */
  public void stop() {
    exit.complete(PANEL_CLOSED);
  }

  /**
   * Runs until the panel is closed or something fails for good.
   *
   * @param intercept takes a press that is not meant for the kiosk; called on the panel's thread
   * @return the program's exit code
   */
  public int run(Display display, PanelInput input, Predicate<PanelEvent> intercept) {
    ScreenView view = new ScreenView(manner.texts(), manner.site(), display.size());
    DisplayPainter painter = new DisplayPainter(display);
    int code;
    try (Threads threads = new Threads(exit)) {
      Assembly.Ground ground = new Assembly.Ground(threads.workers(), threads, clock, broken -> {
        LOG.error("the store can only be opened anew", broken);
        threads.exit(DEVICE_FAILED);
      });
      Assembly kiosk = Assembly.of(manner, view, painter, devices, services, ground);
      threads.loop("display", () -> {
        paint(painter, threads);
        return null;
      });
      kiosk.loop().begin();
      threads.loop("session", () -> {
        kiosk.loop().run(kiosk.effects());
        return null;
      });
      startDevices(threads, kiosk, input, intercept);
      code = threads.awaitExit();
    }
    if (code == Threads.MISTAKE || code == DEVICE_FAILED) {
      sayOutOfService(view, display);
    }
    return code;
  }

  private void startDevices(
      Threads threads, Assembly kiosk, PanelInput input, Predicate<PanelEvent> intercept) {
    threads.loop("panel", () -> {
      Optional<PanelEvent> press = input.await(POLL);
      if (press.isPresent() && press.get() instanceof PanelEvent.PanelClosed) {
        threads.exit(PANEL_CLOSED);
      } else if (press.isPresent() && !intercept.test(press.get())) {
        kiosk.loop().press(press.get());
      }
      return null;
    });
    threads.loop("scanner", () -> {
      kiosk.scanner().poll(POLL);
      return null;
    });
    threads.loop("card", () -> {
      kiosk.cards().poll(POLL);
      return null;
    });
    threads.loop("sync", () -> {
      kiosk.sync().work();
      return null;
    });
  }

  private static void paint(DisplayPainter painter, Threads threads) throws InterruptedException {
    try {
      painter.paint();
    } catch (DisplayException gone) {
      LOG.error("nobody sees what the kiosk says, so it stops", gone);
      threads.exit(DEVICE_FAILED);
    }
  }

  /** The last word of a kiosk whose threads have ended, or which has none. */
  static void sayOutOfService(ScreenView view, Display display) {
    try {
      display.show(view.draw(new Screen.OutOfService(FaultCode.E_305, false)).image());
    } catch (DisplayException gone) {
      LOG.error("the panel is gone, too", gone);
    }
  }
}
