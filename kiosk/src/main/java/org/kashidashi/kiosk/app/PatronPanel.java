package org.kashidashi.kiosk.app;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.display.TextSize;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.hal.input.PanelInput;
import org.kashidashi.hal.speech.SpeechOutput;
import org.kashidashi.kiosk.counter.PanelPatron;
import org.kashidashi.kiosk.counter.PatronAnswers;
import org.kashidashi.kiosk.counter.patron.PatronGlass;
import org.kashidashi.kiosk.counter.patron.PatronSide;
import org.kashidashi.kiosk.loop.SpeechDesk;
import org.kashidashi.kiosk.screen.view.ScreenView;
import org.kashidashi.kiosk.screen.view.SpeechScript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The panel that a person at a counter looks at and presses, on threads of its own. */
final class PatronPanel {
  private static final Logger LOG = LoggerFactory.getLogger(PatronPanel.class);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final Assembly.Manner manner;
  private final Panel panel;
  private final SpeechOutput speech;
  private final Duration idle;

  /**
   * @param idle after how long without a word nobody counts as there
   */
  PatronPanel(Assembly.Manner manner, Panel panel, SpeechOutput speech, Duration idle) {
    this.manner = manner;
    this.panel = panel;
    this.speech = speech;
    this.idle = idle;
  }

  /** Shows that nobody is asked anything yet. */
  PanelPatron start(Threads threads) {
    DisplayPainter painter = new DisplayPainter(panel.display());
    PatronAnswers answers = new PatronAnswers();
    PatronSide side = new PatronSide(
        view(),
        glass(painter),
        answers::accept,
        manner.rules().offers().languages(),
        System::nanoTime);
    PanelPatron patron = new PanelPatron(side::tell, answers, idle, System::nanoTime);
    AtomicInteger there = new AtomicInteger(panel.inputs().size());
    side.begin();
    threads.loop(
        "display",
        Threads.SHORT,
        () -> {
          paint(painter, threads);
          return null;
        },
        painter::wake);
    threads.loop("patron", Threads.SHORT, () -> {
      side.poll(POLL);
      return null;
    });
    for (PanelInput input : panel.inputs()) {
      threads.loop("panel", Threads.SHORT, () -> {
        input.await(POLL).ifPresent(press -> pressed(press, side, patron, there));
        return null;
      });
    }
    return patron;
  }

  /** As long as one of several inputs is there, the person can press something. */
  private static void pressed(
      PanelEvent press, PatronSide side, PanelPatron patron, AtomicInteger there) {
    if (press instanceof PanelEvent.PanelLost(String reason)) {
      LOG.warn("an input of the patron's panel is gone: {}", reason);
      patron.panelSeen(there.decrementAndGet() > 0);
    } else if (press instanceof PanelEvent.PanelReady) {
      patron.panelSeen(there.incrementAndGet() > 0);
    } else {
      side.press(press);
    }
  }

  private PatronGlass glass(DisplayPainter painter) {
    SpeechDesk said = new SpeechDesk(new SpeechScript(manner.catalogue(), manner.site()), speech);
    return (screen, frame, preferences) -> {
      painter.show(screen, frame);
      said.shown(screen, preferences, false, frame.page());
    };
  }

  private static void paint(DisplayPainter painter, Threads threads) throws InterruptedException {
    try {
      var _ = painter.paint(POLL);
    } catch (DisplayException gone) {
      LOG.error("the patron sees nothing, so the desk stops", gone);
      threads.exit(RunningKiosk.DEVICE_FAILED);
    }
  }

  private ScreenView view() {
    return new ScreenView(
        manner.catalogue(),
        manner.site(),
        manner.theme(),
        panel.logo(),
        panel.grid(TextSize.NORMAL),
        panel.grid(TextSize.LARGE));
  }
}
