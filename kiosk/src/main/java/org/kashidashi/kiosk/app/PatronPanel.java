package org.kashidashi.kiosk.app;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.display.TextSize;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.hal.input.PanelInput;
import org.kashidashi.hal.speech.SpeechOutput;
import org.kashidashi.kiosk.counter.PanelPatron;
import org.kashidashi.kiosk.counter.PatronFacing;
import org.kashidashi.kiosk.counter.patron.PatronEvent;
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

  /** A person answers a question at a time, and four digits to it; more is a panel gone wrong. */
  private static final int ANSWERS_MAXIMUM = 64;

  private final Assembly.Manner manner;
  private final Panel panel;
  private final SpeechOutput speech;

  PatronPanel(Assembly.Manner manner, Panel panel, SpeechOutput speech) {
    this.manner = manner;
    this.panel = panel;
    this.speech = speech;
  }

  /** Shows that nobody is asked anything yet. */
  PatronFacing start(Threads threads) {
    DisplayPainter painter = new DisplayPainter(panel.display());
    BlockingQueue<PatronEvent> answers = new LinkedBlockingQueue<>(ANSWERS_MAXIMUM);
    PatronSide side = new PatronSide(
        view(),
        glass(painter),
        answer -> keep(answers, answer),
        manner.rules().offers().languages());
    PanelPatron patron = new PanelPatron(side::tell, answers);
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
        input.await(POLL).ifPresent(press -> pressed(press, side, patron));
        return null;
      });
    }
    return patron;
  }

  private static void pressed(PanelEvent press, PatronSide side, PanelPatron patron) {
    if (press instanceof PanelEvent.PanelLost(String reason)) {
      LOG.warn("the patron's panel is gone: {}", reason);
      patron.panelSeen(false);
    } else if (press instanceof PanelEvent.PanelReady) {
      patron.panelSeen(true);
    } else {
      side.press(press);
    }
  }

  /** An answer that nobody asked for any more is wiped. */
  private static void keep(BlockingQueue<PatronEvent> answers, PatronEvent answer) {
    if (!answers.offer(answer) && answer instanceof PatronEvent.PinTyped(var pin)) {
      pin.wipe();
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
