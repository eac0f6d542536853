package org.kashidashi.kiosk.app;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.display.TextSize;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.hal.input.PanelInput;
import org.kashidashi.hal.supervisor.Supervisor;
import org.kashidashi.kiosk.diagnosis.live.LiveDiagnosis;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.loop.PanelDesk;
import org.kashidashi.kiosk.loop.ScreenSink;
import org.kashidashi.kiosk.loop.Workers;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.view.ScreenView;
import org.kashidashi.kiosk.session.Preferences;
import org.kashidashi.kiosk.session.SessionEvent;
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

  /** A whole reading, each command of which may take the card's patience. */
  private static final Duration CARD_LIMIT = Duration.ofSeconds(60);

  /** Longer than it ever waits between two deliveries, and than one may take. */
  private static final Duration SYNC_LIMIT = Duration.ofMinutes(40);

  private final Assembly.Manner manner;
  private final Devices devices;
  private final Services services;
  private final Clock clock;
  private final Supervisor supervisor;
  private final Optional<KioskDiagnosis.Setup> askable;
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private final CompletableFuture<LiveDiagnosis> diagnosis = new CompletableFuture<>();

  /** Of a kiosk that no technician can ask. */
  public RunningKiosk(
      Assembly.Manner manner,
      Devices devices,
      Services services,
      Clock clock,
      Supervisor supervisor) {
    this(manner, devices, services, clock, supervisor, Optional.empty());
  }

  /**
   * Of a kiosk that serves patrons.
   *
   * @param askable for technicians
   */
  RunningKiosk(
      Assembly.Manner manner,
      Devices devices,
      Services services,
      Clock clock,
      Supervisor supervisor,
      Optional<KioskDiagnosis.Setup> askable) {
    this.askable = askable;
    this.manner = manner;
    this.devices = devices;
    this.services = services;
    this.clock = clock;
    this.supervisor = supervisor;
  }

  /** Asks a running kiosk to end. Any thread. */
  public void stop() {
    exit.complete(PANEL_CLOSED);
  }

  /** What technicians ask, once it runs. */
  CompletableFuture<LiveDiagnosis> diagnosis() {
    return diagnosis;
  }

  /**
   * Runs until the panel is closed or something fails for good.
   *
   * @param intercept takes a press that is not meant for the kiosk; called on the panel's thread
   * @return the program's exit code
   */
  public int run(Panel panel, Predicate<PanelEvent> intercept) {
    ScreenView view = view(manner, panel);
    DisplayPainter painter = new DisplayPainter(panel.display());
    int code;
    Vitals vitals = new Vitals(supervisor, System::nanoTime);
    DeviceErrands errands = DeviceErrands.of(devices.reader(), painter);
    Optional<KioskWatch> watch =
        askable.map(setup -> new KioskWatch(setup.configuration(), setup.clock()));
    try (Threads threads = new Threads(exit, vitals)) {
      Workers workers = threads.workers();
      Assembly.Ground ground = new Assembly.Ground(
          workers,
          threads,
          clock,
          System::nanoTime,
          broken -> {
            LOG.error("the store can only be opened anew", broken);
            threads.exit(DEVICE_FAILED);
          },
          watch.<Assembly.Watch>map(onlooker -> onlooker).orElseGet(Assembly.Watch::nobody));
      ScreenSink sink = (screen, frame) -> {
        painter.show(screen, frame);
        String status = statusOf(screen);
        watch.ifPresent(onlooker -> onlooker.shown(screen, status));
        supervisor.status(status);
      };
      Assembly kiosk = Assembly.of(manner, view, sink, devices, services, ground);
      threads.loop(
          "display",
          Threads.SHORT,
          () -> {
            if (!errands.display().runPending()) {
              paint(painter, threads, vitals);
            }
            return null;
          },
          painter::wake);
      KioskDiagnosis.Running running = new KioskDiagnosis.Running(
          kiosk, devices, panel, painter, errands, workers, threads, vitals);
      Optional<KioskDiagnosis> technicians =
          watch.map(onlooker -> KioskDiagnosis.open(askable.orElseThrow(), onlooker, running));
      technicians.map(KioskDiagnosis::diagnosis).ifPresent(diagnosis::complete);
      kiosk.patrons().lookBack();
      kiosk.loop().begin();
      threads.loop("session", Threads.SHORT, () -> {
        kiosk.loop().poll(POLL, kiosk.effects());
        return null;
      });
      Predicate<PanelEvent> taken = press ->
          technicians.filter(checks -> checks.takes(press)).isPresent() || intercept.test(press);
      Consumer<SessionEvent> panels = event -> watch.ifPresent(onlooker -> onlooker.panel(event));
      startDevices(threads, kiosk, taken, panels, panel.inputs(), errands);
      kiosk.patrons().watchRoom();
      threads.watch();
      code = threads.awaitExit();
      vitals.stopping();
      technicians.ifPresent(KioskDiagnosis::close);
    }
    if (code == Threads.MISTAKE || code == DEVICE_FAILED) {
      sayOutOfService(manner, panel);
    }
    return code;
  }

  private void startDevices(
      Threads threads,
      Assembly kiosk,
      Predicate<PanelEvent> taken,
      Consumer<SessionEvent> panels,
      List<PanelInput> inputs,
      DeviceErrands errands) {
    Consumer<PanelEvent> presses = press -> {
      if (press instanceof PanelEvent.PanelClosed) {
        threads.exit(PANEL_CLOSED);
      } else if (!taken.test(press)) {
        kiosk.loop().press(press);
      }
    };
    AtomicInteger working = new AtomicInteger(inputs.size());
    Consumer<SessionEvent> cause = kiosk.outages().cause();
    Consumer<SessionEvent> outage = event -> {
      panels.accept(event);
      cause.accept(event);
    };
    for (PanelInput input : inputs) {
      PanelDesk panel = new PanelDesk(input, working, presses, outage);
      threads.loop("panel", Threads.SHORT, () -> {
        panel.poll(POLL);
        return null;
      });
    }
    threads.loop("scanner", Threads.SHORT, () -> {
      if (!errands.scanner().runPending()) {
        kiosk.scanner().poll(POLL);
      }
      return null;
    });
    threads.loop("card", CARD_LIMIT, () -> {
      if (!errands.card().runPending()) {
        kiosk.cards().poll(POLL);
      }
      return null;
    });
    threads.loop("switches", Threads.SHORT, () -> {
      kiosk.switches().poll(POLL);
      return null;
    });
    threads.loop("guard", Threads.SHORT, () -> {
      kiosk.guard().poll(POLL);
      return null;
    });
    threads.loop("sync", SYNC_LIMIT, () -> {
      kiosk.sync().work();
      return null;
    });
  }

  /** One line for a technician; says nothing of a patron. */
  private static String statusOf(Screen screen) {
    if (screen instanceof Screen.OutOfService(var fault, boolean _, var _, var _)) {
      return "out of service, " + fault.code();
    }
    if (screen instanceof Screen.Idle idle) {
      return idle.online()
          ? "waiting for a patron"
          : "waiting for a patron, library system offline, " + FaultCode.E_301.code();
    }
    return "serving a patron";
  }

  private static void paint(DisplayPainter painter, Threads threads, Vitals vitals)
      throws InterruptedException {
    try {
      if (painter.paint(POLL)) {
        vitals.ready();
      }
    } catch (DisplayException gone) {
      LOG.error("nobody sees what the kiosk says, so it stops", gone);
      threads.exit(DEVICE_FAILED);
    }
  }

  private static ScreenView view(Assembly.Manner manner, Panel panel) {
    return new ScreenView(
        manner.catalogue(),
        manner.site(),
        manner.theme(),
        panel.logo(),
        panel.grid(TextSize.NORMAL),
        panel.grid(TextSize.LARGE));
  }

  /** The last word of a kiosk whose threads have ended, or which has none. */
  static void sayOutOfService(Assembly.Manner manner, Panel panel) {
    Screen last = new Screen.OutOfService(FaultCode.E_305, false);
    Preferences preferences = manner.rules().offers().atFirst();
    try {
      panel.display().show(view(manner, panel).draw(last, preferences, 0).image());
    } catch (DisplayException gone) {
      LOG.error("the panel is gone, too", gone);
    }
  }
}
