package org.kashidashi.kiosk.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jline.utils.Signals;
import org.kashidashi.hal.barcode.BarcodeScanner;
import org.kashidashi.hal.card.CardReader;
import org.kashidashi.hal.driver.clock.SystemTimeSource;
import org.kashidashi.hal.speech.SpeechOutput;
import org.kashidashi.hal.supervisor.Supervisor;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.audit.AuditTrail;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.config.DisplaySettings;
import org.kashidashi.kiosk.counter.TerminalDialogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service in the role of a counter: a desk with the devices that a configuration names. */
final class CounterProgram implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(CounterProgram.class);

  private final Configuration configuration;
  private final Supervisor supervisor;

  CounterProgram(Configuration configuration, Supervisor supervisor) {
    this.configuration = configuration;
    this.supervisor = supervisor;
  }

  @Override
  public Integer call() throws Exception {
    Clock clock = Clock.system(configuration.kiosk().timeZone());
    Wiring.Surroundings around = new Wiring.Surroundings(
        clock, System::nanoTime, new SystemTimeSource(), new SecureRandom());
    CountDownLatch ended = new CountDownLatch(1);
    try (Wiring wiring = Wiring.open(configuration, around);
        CardReader reader = Hardware.reader(configuration.reader());
        BarcodeScanner scanner = Hardware.scanner(configuration.scanner());
        ScheduledExecutorService timer = timer();
        TerminalDialogue dialogue =
            TerminalDialogue.onStandardStreams(configuration.counter().idle(), timer)) {
      RunningCounter counter = new RunningCounter(
          RunningCounter.Parts.of(configuration.counter(), wiring, reader, scanner, clock),
          supervisor);
      KioskProgram.stopAtShutdown(counter::stop, ended);
      stopAtSignals(counter);
      return audited(wiring, () -> serve(counter, wiring, dialogue));
    } finally {
      ended.countDown();
    }
  }

  /** TERM is the service manager's word, HUP the terminal's; after each, the desk ends well. */
  private static void stopAtSignals(RunningCounter counter) {
    for (String signal : List.of("TERM", "HUP")) {
      Object before = Signals.register(signal, counter::stop);
      LOG.debug("{} was answered by {}", signal, before);
    }
  }

  private static int audited(Wiring wiring, Callable<Integer> serving) throws Exception {
    AuditTrail audit = wiring.services().audit();
    audit.write(new AuditRecord.KioskStarted(KioskProgram.version()));
    int code = serving.call();
    audit.write(new AuditRecord.KioskStopped(
        code == RunningKiosk.PANEL_CLOSED
            ? AuditRecord.KioskStopped.Reason.ORDERED
            : AuditRecord.KioskStopped.Reason.FAULT));
    return code;
  }

  private int serve(RunningCounter counter, Wiring wiring, TerminalDialogue dialogue)
      throws Exception {
    if (configuration.display().driver() == DisplaySettings.Driver.TERMINAL) {
      return counter.run(dialogue, dialogue);
    }
    try (Panel panel = PanelHardware.open(configuration);
        SpeechOutput speech = SoundHardware.speech(configuration.speech())) {
      return counter.run(
          dialogue,
          new PatronPanel(
              wiring.manner(), panel, speech, configuration.counter().idle()));
    }
  }

  static ScheduledExecutorService timer() {
    return Executors.newSingleThreadScheduledExecutor(
        task -> Thread.ofPlatform().name("silence").daemon().unstarted(task));
  }
}
